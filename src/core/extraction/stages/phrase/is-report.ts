import { type Token } from '../../draft.js';
import { type Reading } from '../../reading.js';

/** Whether a word alone is a reporting expression that no noun phrase runs over. */
export function isReport(reading: Reading, token: Token): boolean {
  const sense = reading.language.cuesOf.get(token.core)?.find(({ rest }) => rest.length === 0)?.sense;
  return sense !== undefined && sense.form !== 'according' && !sense.weak;
}
