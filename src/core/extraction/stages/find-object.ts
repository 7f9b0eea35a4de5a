import { type CueHit, type MentionDraft } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';
import { readSubjectAfter } from './phrase/read-subject-after.js';

/** A content given as a noun phrase or infinitive, from token `at`, cut `skip` code units into it. */
export interface ObjectContent {
  readonly at: number;
  readonly skip: number;
  readonly mention: MentionDraft | null;
}

/**
 * Finds a content that is a noun phrase: after its preposition («دعا الوزير إلى [وقف القصف]»), or bare after a denial
 * («نفى الوزير [وجود خلاف]», "denied [any role]"). The word for the allegation is dropped where its matter follows:
 * «نفى تقارير عن [لقاء سري]».
 */
export function findObject(reading: Reading, cue: CueHit, stop: number): ObjectContent | null {
  const { tokens, language } = reading;
  const { prepositions, takes, act } = cue.sense;
  if (!takes.includes('object')) return null;
  const clauseEnd = endOfClause();
  if (prepositions.length > 0) {
    for (let i = cue.to; i < Math.min(clauseEnd, cue.to + 14); i++) {
      const token = tokens[i];
      if (!token) break;
      const unknown =
        token.classes === 0 &&
        token.preposition === '' &&
        (i > cue.to || nothingElse(i)) &&
        token.core.length > 3 &&
        prepositions.includes(token.core[0] ?? '');
      const fused = unknown || (token.preposition !== '' && prepositions.includes(token.preposition));
      if (!fused && !(prepositions.includes(token.key) && i + 1 < clauseEnd)) continue;
      if (fused && i === cue.to && hasClass(token, WordClass.occasion)) continue;
      const core = fused ? token.stem : (tokens[i + 1]?.core ?? '');
      if (cue.sense.headed && !language.objectHeadSet.has(core)) return null;
      const accused = act === 'accuse' && language.article !== '' && i > cue.to ? accusedBefore(i) : null;
      if (accused) return accused;
      const reader = language.subject === 'after' && i > cue.to && !addresses(cue.to);
      // «وعزت الشركة القفزة إلى …»: between the verb and its preposition stand subject and object.
      const strict = act === 'say' && !takes.includes('that');
      const mention = reader ? readSubjectAfter(reading, cue.to, i, strict) : null;
      return { at: fused ? i : i + 1, skip: unknown ? token.conjunction + 1 : fused ? token.prefix : 0, mention };
    }
    if (act === 'say' && !cue.sense.headed) return stated();
    if (act !== 'deny') return null;
  }
  if (act === 'accuse' && prepositions.length === 0) return blamed();
  if (act !== 'deny') return null;
  // «كذّب ذلك»
  if (
    language.article !== '' &&
    /^(?:ذلك|هذا|هذه)$/u.test(tokens[cue.to]?.key ?? '') &&
    cue.to + 1 <= clauseEnd &&
    !hasClass(tokens[cue.to + 1], WordClass.complementiser)
  )
    return { at: cue.to, skip: 0, mention: null };
  let at = cue.to;
  let mention: MentionDraft | null = null;
  if (language.subject === 'after') {
    const head = firstHead(cue.to, clauseEnd);
    if (head !== -1) {
      mention = head > cue.to ? readSubjectAfter(reading, cue.to, head) : null;
      at = head;
    } else if (cue.sense.form === 'verb') {
      // «واستبعد العثور على ناجين»: a definite noun that names nobody is what is denied.
      const first = tokens[cue.to];
      const thing = first?.article === true && first.classes === 0 && !/(?:ي|يه|ون|ين)$/u.test(first.stem);
      mention = thing ? null : readSubjectAfter(reading, cue.to, clauseEnd, true);
      at = mention ? mention.to : cue.to;
    }
  }
  if (at >= clauseEnd) return null;
  const token = tokens[at];
  const next = afterAllegation(at, clauseEnd);
  if (next) return { ...next, mention };
  return { at, skip: token?.prefix && language.article !== '' ? token.prefix : 0, mention };

  /** «أكد الجهاز [تسلم الشكوى]»: a noun for a fact after the subject. */
  function stated(): ObjectContent | null {
    if (language.article === '' || cue.sense.form !== 'verb') return null;
    for (let i = cue.to; i < Math.min(clauseEnd, cue.to + 10); i++) {
      const token = tokens[i];
      if (!token || token.kind !== 'word' || token.preposition !== '') return null;
      if (token.article || token.conjunction > 0 || !language.objectHeadSet.has(token.core)) {
        if (hasClass(token, WordClass.verb)) return null;
        continue;
      }
      if (hasClass(token, WordClass.complementiser | WordClass.relative | WordClass.determiner)) return null;
      return { at: i, skip: 0, mention: i > cue.to ? readSubjectAfter(reading, cue.to, i) : null };
    }
    return null;
  }

  /** «حمّل المدرب [الحكم المسؤولية]»: after the subject comes who is blamed. */
  function blamed(): ObjectContent | null {
    let blame = -1;
    for (let i = cue.to; i < Math.min(clauseEnd, cue.to + 16) && blame === -1; i++)
      if (language.blameSet.has(tokens[i]?.stem ?? '')) blame = i;
    if (blame === -1) return null;
    const subject = readSubjectAfter(reading, cue.to, blame, true);
    return subject && subject.to < blame ? { at: subject.to, skip: 0, mention: subject } : null;
  }

  /** «قال إن …، ودعا [الدول] إلى …»: after a second verb of one speaker the noun is whom he calls on. */
  function addresses(at: number): boolean {
    if (language.article === '' || act !== 'call') return false;
    const verb = tokens[cue.from];
    const noun = tokens[at];
    const sentence = reading.sentences[cue.sentence];
    if (noun?.kind !== 'word' || (hasClass(noun, WordClass.role | WordClass.title) && !/ين$/u.test(noun.key)))
      return false;
    if (/ين$/u.test(noun.key) && noun.article) return true;
    const chained = verb !== undefined && verb.conjunction > 0 && sentence !== undefined && cue.from > sentence.from;
    return chained && hasClass(noun, WordClass.group | WordClass.organization | WordClass.media)
      ? true
      : chained && noun.article;
  }

  /** No word near it has the preposition for certain: «تعهد بصرف …». */
  function nothingElse(at: number): boolean {
    if (language.article === '' || language.givenNameSet.has(tokens[at]?.core ?? '')) return false;
    for (let i = at + 1; i < Math.min(clauseEnd, at + 6); i++) {
      const token = tokens[i];
      if (token && (prepositions.includes(token.preposition) || prepositions.includes(token.key))) return false;
    }
    return true;
  }

  /** «اتهمت النائبة [الحكومة بإخفاء …]»: who is accused belongs to the content; what stands alone is the accused. */
  function accusedBefore(to: number): ObjectContent {
    const subject = readSubjectAfter(reading, cue.to, to, true);
    const subjectFirst = hasClass(tokens[cue.from - 1], WordClass.auxiliary);
    // «نفت …، واتهمت [الدائرة] ب…»: the speaker is the one before.
    const sentence = reading.sentences[cue.sentence];
    const chained = (tokens[cue.from]?.conjunction ?? 0) > 0 && sentence !== undefined && cue.from > sentence.from;
    if (!subject || subject.to >= to || subjectFirst || chained)
      return { at: subject?.from ?? cue.to, skip: 0, mention: null };
    return { at: subject.to, skip: 0, mention: subject };
  }

  function endOfClause(): number {
    for (let i = cue.to; i < stop; i++) {
      const stops = /^[.;؛!?؟:]$/u.test(tokens[i]?.key ?? '');
      if (
        stops &&
        !(tokens[i]?.key === '.' && language.article !== '' && language.abbreviationSet.has(tokens[i - 1]?.key ?? ''))
      )
        return i;
    }
    return stop;
  }

  function firstHead(from: number, to: number): number {
    for (let i = from; i < Math.min(to, from + 14); i++) {
      const token = tokens[i];
      if (!token) break;
      if (language.objectHeadSet.has(token.core) || (hasClass(token, WordClass.allegation) && i > from - 1)) return i;
      if (hasClass(token, WordClass.verb) && i > from) break;
    }
    return -1;
  }

  /** Steps from an allegation word over what qualifies it to its matter: «تقارير في وسائل الإعلام عن أن [...]». */
  function afterAllegation(from: number, to: number): { at: number; skip: number } | null {
    let i = from;
    while (i < to && i < from + 4 && hasClass(tokens[i], WordClass.determiner | WordClass.modifier | WordClass.adverb))
      i++;
    if (!hasClass(tokens[i], WordClass.allegation)) return null;
    for (let j = i + 1; j < Math.min(to, i + 9); j++) {
      const token = tokens[j];
      if (!token) break;
      if (hasClass(token, WordClass.complementiser)) return { at: j + 1, skip: 0 };
      if (hasClass(token, WordClass.relative) || /^[,،]$/u.test(token.key)) break;
      if (language.matterSet.has(token.key)) {
        return hasClass(tokens[j + 1], WordClass.complementiser) ? { at: j + 2, skip: 0 } : { at: j + 1, skip: 0 };
      }
      if (token.preposition !== '' && language.matterSet.has(token.preposition)) {
        return hasClass(token, WordClass.complementiser) ? { at: j + 1, skip: 0 } : { at: j, skip: token.prefix };
      }
      if (language.subject === 'before' && j === i + 1 && (hasClass(token, WordClass.pronoun) || token.capital))
        return { at: j, skip: 0 };
    }
    return null;
  }
}
