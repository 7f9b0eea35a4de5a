import { type Range, type Token } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { hasClass } from './has-class.js';

const SMALL =
  WordClass.preposition |
  WordClass.conjunction |
  WordClass.negation |
  WordClass.determiner |
  WordClass.auxiliary |
  WordClass.pronoun |
  WordClass.complementiser |
  WordClass.relative |
  WordClass.role |
  WordClass.title;

/** The words that carry the matter of some tokens, by stem; figures count as they stand. */
export function stemsOf(tokens: readonly Token[], parts: readonly Range[]): Set<string> {
  const stems = new Set<string>();
  for (const part of parts) {
    for (let i = part.from; i < part.to; i++) {
      const token = tokens[i];
      if (!token) continue;
      if (token.kind === 'number') stems.add(token.key);
      else if (token.kind === 'word' && token.stem.length > 2 && !hasClass(token, SMALL)) stems.add(token.stem);
    }
  }
  return stems;
}
