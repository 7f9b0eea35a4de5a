import { i18n, type Messages } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { WordId } from '../generated/word-ids';
import { directionOf, type Digits, type Language } from '../preferences/preferences';

/** A language's words are one file, fetched when it is first chosen. */
const CATALOGUES: Record<Language, () => Promise<{ messages: Messages }>> = {
  ar: () => import('./catalogue-ar'),
  en: () => import('./catalogue-en'),
  fr: () => import('./catalogue-fr'),
};

/** The locale of numbers and dates. The number system is always named: Arab countries differ in theirs. */
export function localeOf(language: Language, digits: Digits): string {
  const place = { ar: 'ar-EG', en: 'en-GB', fr: 'fr-FR' }[language];
  return `${place}-u-nu-${language === 'ar' ? digits : 'latn'}`;
}

/** Turns the desk to a language, its page's `lang` included; the direction is the provider's to turn. */
export async function speak(language: Language, digits: Digits): Promise<void> {
  const { messages } = await CATALOGUES[language]();
  i18n.load(language, messages);
  i18n.activate(language, [localeOf(language, digits)]);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export type Say = (id: WordId, values?: Record<string, unknown>) => string;

/** `say('inbox.title')` in the language that is spoken now. */
export function useWords(): Say {
  const { i18n: spoken } = useLingui();
  return (id, values) => spoken._(id, values);
}

/** The word of an id that the service made up, such as an action's name; null where the desk has none for it yet. */
export function useKnownWord(): (id: string) => string | null {
  const { i18n: spoken } = useLingui();
  return (id) => (id in spoken.messages ? spoken._(id) : null);
}
