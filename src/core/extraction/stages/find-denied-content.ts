import { type Range } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';
import { type PredicateReader } from './read-predicate.js';
import { type Clause } from './split-clauses.js';

const REACH = 8;

/** What a clause denies that itself opens with a denial: in «ينفي النادي أي صلة بالقضية» the content is «أي صلة بالقضية». */
export function findDeniedContent(reading: Reading, predicate: PredicateReader, clause: Clause): Range | null {
  const { tokens, language } = reading;
  const [part] = clause.parts;
  if (!part) return null;
  for (let i = part.from; i < Math.min(part.to, part.from + 6); i++) {
    const entries = language.cuesOf.get(tokens[i]?.core ?? '');
    const denies = entries?.some((entry) => entry.sense.act === 'deny' && entry.rest.length === 0 && !entry.sense.weak);
    if (!denies || !predicate.isVerb(i)) continue;
    let content = -1;
    for (let at = i + 1; at < Math.min(part.to, i + 1 + REACH); at++) {
      const token = tokens[at];
      if (
        hasClass(token, WordClass.allegation) &&
        (language.matterSet.has(tokens[at + 1]?.key ?? '') || hasClass(tokens[at + 1], WordClass.complementiser))
      ) {
        content = at + 2;
        break;
      }
      if (hasClass(token, WordClass.complementiser)) {
        content = at + 1;
        break;
      }
      if (content === -1 && language.objectHeadSet.has(token?.core ?? '')) content = at;
    }
    if (content === -1) content = language.subject === 'before' ? i + 1 : -1;
    return content !== -1 && part.to - content >= 2 ? { from: content, to: part.to } : null;
  }
  return null;
}
