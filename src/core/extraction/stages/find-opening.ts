import { type CueHit, type Token } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';

/** Where the content of a cue begins to its right: the first content token, and the token that introduces it. */
export interface Opening {
  readonly kind: 'that' | 'marks' | 'colon';
  readonly at: number;
  readonly introducer: number;
}

const NAMERS = WordClass.media | WordClass.organization | WordClass.document | WordClass.role;

/**
 * Looks right of a cue for what introduces its content: a complementiser, a colon, or a mark that is not part of a name
 * (the marks in «قالت صحيفة "الفجر" إن …» are). `stop` is a token that must not be passed.
 */
export function findOpening(reading: Reading, cue: CueHit, stop: number): Opening | null {
  const { tokens, opening, language } = reading;
  const { takes, weak } = cue.sense;
  const furthest = Math.min(stop, cue.to + (weak ? 16 : 40));
  let commas = 0;
  for (let i = cue.to; i < furthest; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.kind === 'mark') {
      const pair = opening.get(i);
      if (!pair) {
        if (i === cue.to) continue;
        break;
      }
      if (!takes.includes('direct')) break;
      const end = pair.close === -1 ? stop : pair.close;
      const length = end - i - 1;
      const names =
        length <= 4 &&
        i > cue.to &&
        hasClass(tokens[i - 1], NAMERS) &&
        end + 1 < stop &&
        (!/^[.،,؛]$/u.test(tokens[end + 1]?.key ?? '') ||
          (language.article !== '' && hasClass(tokens[i - 1], WordClass.media)));
      const named =
        length <= 6 &&
        pair.close !== -1 &&
        cue.sense.form === 'verb' &&
        (hasClass(tokens[end + 1], WordClass.complementiser) ||
          (language.article !== '' && tokens[end + 1]?.key === ':' && hasClass(tokens[i - 1], WordClass.preposition)) ||
          (i === cue.to && complementFollows(end + 1, stop)));
      // «لـ"النهار"»: whom it was said to.
      const addressed = pair.close !== -1 && length <= 4 && i > cue.to && tokens[i - 1]?.key === 'ل';
      const titled = pair.close !== -1 && titledBy(tokens[i - 1]);
      if (names || named || addressed || titled) {
        i = end;
        continue;
      }
      if (language.subject === 'before' && commas === 0 && i > cue.to + 8) break;
      return { kind: 'marks', at: i + 1, introducer: i };
    }
    if (token.key === ':' || token.key === '：') {
      const next = tokens[i + 1];
      if (!next || i + 1 >= stop) return null;
      const pair = opening.get(i + 1);
      if (pair) return { kind: 'marks', at: i + 2, introducer: i };
      return { kind: 'colon', at: hasClass(next, WordClass.complementiser) ? i + 2 : i + 1, introducer: i };
    }
    if (
      /^[.;؛!?؟]$/u.test(token.key) &&
      !(token.key === '.' && language.article !== '' && language.abbreviationSet.has(tokens[i - 1]?.key ?? ''))
    )
      break;
    if (/^[,،]$/u.test(token.key)) {
      commas++;

      if (language.subject === 'before' && commas > 2) break;
      continue;
    }
    if (token.kind !== 'word') continue;
    if (weak && hasClass(token, WordClass.contrast)) break;
    if (hasClass(token, WordClass.complementiser) && takes.includes('that')) {
      if (language.subject === 'before' && i - cue.to > 14 && commas === 0) break;
      if (hasClass(token, WordClass.negation) && token.key !== 'الا') break;
      // «قبل أن يستدرك», «منذ أن بدأت» only say when.
      if (language.limitSet.has(tokens[i - 1]?.core ?? '')) break;
      // «…، على أن تبت في الأمر» sets a condition.
      if (language.article !== '' && /^[,،]$/u.test(tokens[i - 2]?.key ?? '') && tokens[i - 1]?.key === 'على') break;
      const pair = opening.get(i + 1);
      // «إن "السلم خيارنا"»: the marks open right after the complementiser.
      return pair ? { kind: 'marks', at: i + 2, introducer: i } : { kind: 'that', at: i + 1, introducer: i };
    }
    if (hasClass(token, WordClass.relative) && language.subject === 'before' && commas === 0) break;
    if (language.subject === 'before' && i > cue.to && commas > 0 && language.cuesOf.has(token.key)) break;
    const participle =
      language.subject === 'after' && i > cue.to && language.cuesOf.get(token.core)?.[0]?.sense.form === 'participle';
    if (participle && (token.core.endsWith('ا') || /^[,،]$/u.test(tokens[i - 1]?.key ?? ''))) break;
    if (i > cue.to && language.cuesOf.get(token.core)?.[0]?.sense.form === 'noun') break;
    const isCue = language.cuesOf.has(token.core) && i > cue.to;
    if (isCue && language.subject === 'after' && hasClass(token, WordClass.verb) && (token.conjunction > 0 || weak))
      break;
    const verb = hasClass(token, WordClass.verb) && !token.article && !hasClass(token, NAMERS);
    if (weak && verb && i > cue.to + 1 && !language.cuesOf.has(token.key)) break;
  }
  return null;

  /** «بعنوان "…"»: a title or a label is nobody's speech. */
  function titledBy(token: Token | undefined): boolean {
    return token !== undefined && (language.titlerSet.has(token.stem) || language.titlerSet.has(token.core));
  }

  /** «أكد "المجلس الأعلى" في العراق أن»: a name in marks, where it is, then the content. */
  function complementFollows(from: number, to: number): boolean {
    if (language.article === '' || !hasClass(tokens[from], WordClass.preposition)) return false;
    for (let i = from + 1; i < Math.min(to, from + 5); i++) {
      if (tokens[i]?.kind !== 'word' || hasClass(tokens[i], WordClass.verb)) return false;
      if (hasClass(tokens[i], WordClass.complementiser)) return true;
    }
    return false;
  }
}
