/** How the claim of a quote is worded: that somebody said it; and that it was said, where nobody is named. */
const SAID: Readonly<
  Record<string, { by: (speaker: string, words: string) => string; byNobody: (words: string) => string }>
> = {
  ar: { by: (speaker, words) => `قال ${speaker}: «${words}»`, byNobody: (words) => `نُقل القول: «${words}»` },
  en: { by: (speaker, words) => `${speaker} said: “${words}”`, byNobody: (words) => `It was said: “${words}”` },
  fr: { by: (speaker, words) => `${speaker} a dit : « ${words} »`, byNobody: (words) => `Il a été dit : « ${words} »` },
};

export interface ClaimWording {
  readonly kind: 'QUOTE' | 'CLAIM';
  /** Of the article. */
  readonly language: string;
  /** A quote's words, or a claim's proposition. */
  readonly text: string;
  readonly speakerName: string | null;
}

/** The claim under review in one sentence, whole: what is too long for a search result is still true here. */
export function wordClaim({ kind, language, text, speakerName }: ClaimWording): string {
  const words = text.replace(/\s+/gu, ' ').trim();
  if (kind === 'CLAIM') return words;
  const said = SAID[language] ?? SAID.en!;
  return speakerName === null ? said.byNobody(words) : said.by(speakerName, words);
}
