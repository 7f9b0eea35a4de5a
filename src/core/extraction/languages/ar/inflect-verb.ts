import { type CueSense } from '../language.js';

/** An inflected form with the gender and number of the subject that it shows. */
export interface VerbForm {
  readonly word: string;
  readonly agreement: CueSense['agreement'];
  readonly participle: boolean;
  /** «أعتقد», «نتوقع»: the speaker's own words rather than a report. */
  readonly firstPerson: boolean;
}

/**
 * Makes the forms of an Arabic verb from its citation forms: past and present with «he», and the active participle.
 * «أشار يشير مشير» gives أشارت, أشاروا, تشير, يشيرون, سيشير, مشيرا, مشيرة, مشيرين and the rest. Hollow first persons are left out.
 */
export function inflectVerb(past: string, present: string, participle = ''): VerbForm[] {
  const forms: VerbForm[] = [];
  const add = (word: string, agreement: CueSense['agreement'], isParticiple = false, firstPerson = false): void => {
    forms.push({ word, agreement, participle: isParticiple, firstPerson });
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
  add(`${base}تا`, 'p');

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
  if (participle !== '') {
    const weakParticiple = participle.endsWith('ي');
    add(participle, 'm', true);
    add(`${participle}ا`, 'm', true);
    add(`${participle}ة`, 'f', true);
    add(`${weakParticiple ? participle.slice(0, -1) : participle}ين`, 'p', true);
    add(`${weakParticiple ? participle.slice(0, -1) : participle}ون`, 'p', true);
    add(`${participle}ات`, 'p', true);
    add(`${participle}ان`, 'p', true);
  }
  return forms;
}
