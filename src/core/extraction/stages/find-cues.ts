import { type CueHit, type Token } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';

/** Finds every reporting expression by one look-up a word; longer entries win («تابع بالقول» over «تابع»). */
export function findCues(reading: Omit<Reading, 'cues'>): CueHit[] {
  const { tokens, sentences, language, pairOf } = reading;
  const cues: CueHit[] = [];
  for (const [index, sentence] of sentences.entries()) {
    for (let i = sentence.from; i < sentence.to; i++) {
      const token = tokens[i];
      if (token?.kind !== 'word') continue;
      const entries =
        language.cuesOf.get(token.core) ?? (token.core === token.key ? undefined : language.cuesOf.get(token.key));
      if (!entries || tokens[i - 1]?.key === '<') continue;
      for (const { rest, sense, others } of entries) {
        const matched = matchRest(tokens, i, rest);
        if (!matched) continue;
        if (sense.form === 'verb' && sense.act !== 'deny' && negated(tokens, i)) break;
        // «بين» and «عقب» are also prepositions, and then report nothing.
        if (rest.length === 0 && sense.form === 'verb' && hasClass(token, WordClass.preposition)) break;
        const cut = language.cuesOf.has(token.key) ? 0 : token.conjunction;
        cues.push({
          from: i,
          lead: matched.lead,
          to: matched.to,
          start: token.start + cut,
          end: matched.end,
          // "Ann Lee is saying that …" is a finite report.
          sense:
            sense.form === 'participle' && hasClass(tokens[i - 1], WordClass.auxiliary)
              ? { ...sense, form: 'verb' }
              : sense,
          others,
          sentence: index,
          // Right after an opening mark the verb is the speaker's own word: «"أقترح أن نبدأ …"».
          quoted: pairOf[i] !== -1 || reading.opening.has(i - 1),
        });
        i = Math.max(i, matched.to - 1);
        break;
      }
    }
  }
  return cues;
}

function matchRest(
  tokens: readonly Token[],
  at: number,
  rest: readonly string[],
): { to: number; end: number; lead: number } | null {
  let to = at + 1;
  let end = tokens[at]?.end ?? 0;
  for (const [index, word] of rest.entries()) {
    const token = tokens[to];
    if (token?.key === word) {
      end = token.end;
      to++;
    } else if (index === rest.length - 1 && token?.preposition === word && token.conjunction === 0) {
      // «وفقا لمكتب …»: the fused preposition belongs to the cue, its noun to the speaker.
      return { to, end: token.start + token.prefix, lead: 0 };
    } else if (
      index === rest.length - 1 &&
      word.length === 1 &&
      token?.kind === 'word' &&
      token.classes === 0 &&
      token.key.startsWith(word) &&
      token.key.length > 3
    ) {
      // «وفقا لمايكل …»: the same before a name that no list has.
      return { to, end: token.start + 1, lead: 1 };
    } else return null;
  }
  return { to, end, lead: 0 };
}

function negated(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return hasClass(before, WordClass.negation) && !hasClass(before, WordClass.relative | WordClass.complementiser);
}
