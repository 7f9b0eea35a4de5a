import { type CueSense } from '../language.js';

/** An inflected form with the gender and number of the subject that it shows. */
export interface VerbForm {
  readonly word: string;
  readonly agreement: CueSense['agreement'];
  readonly participle: boolean;
  /** «أعتقد», «نتوقع»: the speaker's own words rather than a report. */
  readonly firstPerson: boolean;
  /** A participle that is no accusative: «موضح», «المعلقون» as nouns rather than «موضحا», «موضحين» beside a verb. */
  readonly nominative?: boolean;
}

/**
 * Makes the forms of an Arabic verb from its citation forms: past and present with «he», and the active participle.
 * «أشار يشير مشير» gives أشارت, أشاروا, تشير, يشيرون, سيشير, مشيرا, مشيرة, مشيرين and the rest. Hollow first persons are left out.
 */
export function inflectVerb(past: string, present: string, participle = ''): VerbForm[] {
  const forms: VerbForm[] = [];
  const add = (
    word: string,
    agreement: CueSense['agreement'],
    isParticiple = false,
    firstPerson = false,
    nominative = false,
  ): void => {
    forms.push({ word, agreement, participle: isParticiple, firstPerson, nominative });
  };
  const weak = /[اى]$/u.test(past);
  const base = weak ? past.slice(0, -1) : past;
  add(past, 'm');
  add(`${base}ت`, 'f');
  add(`${base}وا`, 'p');
  if (!weak) {
    add(`${past}ا`, 'p');
    add(`${past}نا`, 'p');
  } else if (past.length > 3 || past.endsWith('ى')) add(`${base}ينا`, 'p');
  // «دلتا» is rather a name.
  if (base.length > 2) add(`${base}تا`, 'p');

  if (present === '-') return withParticiple();
  const stem = present.slice(1);
  const open = /[ىيو]$/u.test(stem) ? stem.slice(0, -1) : stem;
  for (const future of ['', 'س']) {
    add(`${future}ي${stem}`, 'm');
    add(`${future}ت${stem}`, 'f');
    add(`${future}ن${stem}`, 'p', false, true);
    add(`${future}أ${stem}`, '', false, true);
    add(`${future}ي${open}ون`, 'p');
    add(`${future}ي${open}وا`, 'p');
    add(`${future}ي${open}ان`, 'p');
    add(`${future}ت${open}ان`, 'p');
  }
  return withParticiple();

  function withParticiple(): VerbForm[] {
    if (participle === '') return forms;
    const weakParticiple = participle.endsWith('ي');
    add(participle, 'm', true, false, true);
    add(`${participle}ا`, 'm', true);
    add(`${participle}ة`, 'f', true);
    add(`${weakParticiple ? participle.slice(0, -1) : participle}ين`, 'p', true);
    add(`${weakParticiple ? participle.slice(0, -1) : participle}ون`, 'p', true, false, true);
    add(`${participle}ات`, 'p', true, false, true);
    add(`${participle}ان`, 'p', true, false, true);
    return forms;
  }
}
