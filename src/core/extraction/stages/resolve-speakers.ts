import { type QuoteDraft } from '../draft.js';
import { type Speaker } from '../model.js';
import { type Reading } from '../reading.js';
import { resolveInRegister } from './register/resolve-in-register.js';
import { resolveCast } from './subject-first/resolve-cast.js';

/** Gives each quote its speaker under the fullest name in the article, by the order in which the language puts its words. */
export function resolveSpeakers(reading: Reading, drafts: readonly QuoteDraft[]): (Speaker | null)[] {
  return reading.language.subject === 'after' ? resolveInRegister(reading, drafts) : resolveCast(reading, drafts);
}
