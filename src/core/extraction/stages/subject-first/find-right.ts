import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { hasClass } from '../has-class.js';
import { clauseAfter } from './clause-after.js';
import { holdsVerb } from './holds-verb.js';
import { isFinite } from './is-finite.js';
import { objectAfter } from './object-after.js';
import { type Report } from './report.js';
import { type RightContent } from './right-content.js';

const REACH = 40;
const WEAK_REACH = 12;

/** Finds the content to the right of a report: after "that", in marks, after a colon, a bare clause, a noun phrase. */
export function findRight(state: Attaching, report: Report): RightContent | null {
  const { reading, sentence } = state;
  const { tokens, opening, language } = reading;
  const { takes, weak } = report.cue.sense;
  const { order } = language;
  const stop = sentence.to;
  const furthest = Math.min(stop, report.to + (weak ? WEAK_REACH : REACH));
  const object = objectAfter(state, report);
  const introduced = introducer();
  if (object && (!introduced || object.at < introduced.at || introduced.kind === 'clause')) return object;
  return introduced;

  function introducer(): RightContent | null {
    const bare =
      (takes.includes('clause') || (order.bareClauses && takes.includes('that'))) && !report.inverted
        ? clauseAfter(state, report)
        : -1;
    let commas = 0;
    for (let i = report.to; i < furthest; i++) {
      const token = tokens[i];
      if (!token) break;
      if (token.kind === 'mark') {
        const pair = opening.get(i);
        if (!pair) {
          if (i === report.to) continue;
          break;
        }
        if (!takes.includes('direct')) break;
        const name = isName(i, pair.close === -1 ? stop : pair.close);
        if (name) {
          i = pair.close;
          continue;
        }
        if (bare !== -1 && bare < i) return { kind: 'clause', from: bare, at: bare };
        if (report.inverted && i > report.to && commas === 0 && tokens[i - 1]?.kind === 'word') break;
        if (weak && i > report.to + 8) break;
        return { kind: 'marks', from: i + 1, at: i };
      }
      if (token.key === ':') {
        if (i + 1 >= stop) return null;
        const pair = opening.get(i + 1);
        if (!takes.includes('direct')) return null;
        return { kind: pair ? 'marks' : 'colon', from: pair ? i + 2 : i + 1, at: i };
      }
      if (/^[.;!?…]$/u.test(token.key)) break;
      if (token.key === ',') {
        commas++;
        const pair = opening.get(i + 1);
        if (pair && takes.includes('direct')) return { kind: 'marks', from: i + 2, at: i };
        // "He agreed, however, that": a word set off by commas parts nothing.
        const setOff = tokens[i + 2]?.key === ',' && hasClass(tokens[i + 1], WordClass.contrast | WordClass.adverb);
        if (setOff) {
          i += 2;
          continue;
        }
        if (commas > 2 || startsClause(tokens[i + 1])) break;
        continue;
      }
      if (token.kind !== 'word') continue;
      if (hasClass(token, WordClass.complementiser) && !hasClass(token, WordClass.contrast) && takes.includes('that')) {
        const lead = i - report.to;
        if (lead > 0 && holdsVerb(reading, report.to, i) && commas === 0) break;
        if (lead > 16 && commas === 0) break;
        if (lead > 0 && commas === 0 && isObject(report.to)) break;
        if (order.bareClauses && bare !== -1 && bare < i && i > report.to + 3 && holdsVerb(reading, bare, i)) break;
        if (
          /^(?:ce|plus|moins|alors|ainsi|autant|mieux|plutôt|autre|si|aussi)$/u.test(tokens[i - 1]?.key ?? '') &&
          lead > 0
        )
          break;
        const pair = opening.get(i + 1);
        return pair ? { kind: 'marks', from: i + 2, at: i } : { kind: 'that', from: i + 1, at: i };
      }
      if (hasClass(token, WordClass.relative) && commas === 0) break;
      if (order.questionHeads.has(token.key) && i === report.to && !hasClass(token, WordClass.preposition)) break;
      if (i > report.to && hasClass(token, WordClass.conjunction | WordClass.contrast) && commas > 0) break;
      if (i > report.to && isCueVerb(token) && commas > 0) break;
      if (!order.bareClauses && takes.includes('that') && onlyWhen(i) && isInfinitive(i))
        return { kind: 'object', from: i, at: i };
    }
    return bare === -1 ? null : { kind: 'clause', from: bare, at: bare };
  }

  /** Nothing but a day or an adverb stands since the report: «a affirmé dimanche [avoir trouvé]». */
  function onlyWhen(at: number): boolean {
    for (let i = report.to; i < at; i++)
      if (!hasClass(tokens[i], WordClass.time | WordClass.adverb) && tokens[i]?.kind !== 'number') return false;
    return true;
  }

  /** "offers rooms that …": an object right after the verb makes "that" a relative; whoever is told does not. */
  function isObject(at: number): boolean {
    if (report.inverted || report.cue.sense.prepositions.includes('@')) return false;
    const token = tokens[at];
    if (
      hasClass(
        token,
        WordClass.preposition | WordClass.time | WordClass.adverb | WordClass.audience | WordClass.negation,
      )
    )
      return false;
    return token?.kind === 'word' && !isFinite(token) && !hasClass(token, WordClass.pronoun);
  }

  function isCueVerb(token: Token): boolean {
    return language.cuesOf.has(token.key);
  }

  function startsClause(token: Token | undefined): boolean {
    return (
      hasClass(token, WordClass.contrast | WordClass.pronoun) ||
      (token !== undefined && language.cuesOf.get(token.key)?.[0]?.sense.form === 'participle') ||
      isFinite(token)
    );
  }

  /** «affirme avoir payé», «assure ne pas connaître»: an infinitive right after the report. */
  function isInfinitive(at: number): boolean {
    let i = at;
    while (i < at + 5 && hasClass(tokens[i], WordClass.negation | WordClass.adverb)) i++;
    if (i > at)
      while (i < at + 5 && /^(?:en|y|le|la|les|lui|leur|l|s)$/u.test(tokens[i]?.key.replace("'", '') ?? '')) i++;
    const token = tokens[i];
    if (token?.kind !== 'word' || token.capital) return false;
    if (order.infinitiveHeads.has(token.key)) return true;
    return /(?:er|ir|oir|[dtuî]re)$/u.test(token.key) && token.classes === 0;
  }

  /** The marks around a title or name: «le journal "Demain"», not what somebody says. */
  function isName(open: number, close: number): boolean {
    if (close - open > 6 || close + 1 >= stop || open === report.to) return false;
    const words = tokens.slice(open + 1, close).filter((token) => token.kind === 'word');
    return (
      hasClass(tokens[open - 1], WordClass.media | WordClass.document | WordClass.occasion) &&
      words.every((word) => word.capital || hasClass(word, WordClass.preposition | WordClass.determiner)) &&
      !/^[.,]$/u.test(tokens[close + 1]?.key ?? '')
    );
  }
}
