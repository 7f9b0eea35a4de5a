import { type CueHit, type MentionDraft, type QuoteDraft, type Sentence } from '../draft.js';
import { type Span } from '../model.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { cutContent } from './cut-content.js';
import { findObject } from './find-object.js';
import { findOpening } from './find-opening.js';
import { hasClass } from './has-class.js';
import { readMentionAfter } from './read-mention-after.js';
import { readMentionBefore } from './read-mention-before.js';
import { typeQuote } from './type-quote.js';

/** A quote whose content has begun and whose end is still to be found. */
interface OpenQuote {
  readonly draft: QuoteDraft;
  readonly from: number;
  readonly skip: number;
  readonly direct: boolean;
  readonly left: Span | null;
}

/** Gives each cue of a sentence its content and its speaker's words, from left to right. */
export function attachContents(reading: Reading, sentence: Sentence, cues: readonly CueHit[]): QuoteDraft[] {
  const { tokens, language, opening, closing } = reading;
  const pairs = reading.blockPairs[sentence.block] ?? [];
  const drafts: QuoteDraft[] = [];
  let open = null as OpenQuote | null;
  let floor = sentence.from;
  const after = language.subject === 'after';
  for (let index = 0; index < cues.length; index++) {
    const cue = cues[index];
    if (!cue || cue.quoted) continue;
    // «…، مما يشير إلى أن …»: nobody speaks, the fact itself points to something.
    if (
      after &&
      hasClass(tokens[cue.from - 1], WordClass.relative) &&
      !tokens[cue.from - 1]?.key.startsWith(language.article)
    )
      continue;
    const rival = cues
      .slice(index + 1)
      .find(
        (other) =>
          !other.quoted &&
          after &&
          (tokens[other.from]?.conjunction ?? 0) > 0 &&
          other.sense.form === 'verb' &&
          !other.sense.weak,
      );
    const limit = rival ? rival.from : sentence.to;
    if (cue.from < floor) continue;
    if (open && cue.from < open.from) {
      open.draft.links.push({ mention: null, cue });
      continue;
    }
    if (cue.sense.form === 'according') {
      attachAccording(cue, cues[index + 1], index);
      continue;
    }
    if (open && !isSibling(cue, open.from)) {
      open.draft.links.push({ mention: null, cue });
      continue;
    }
    attachReport(cue, limit, index);
  }
  if (open) finish(open, sentence.to);
  return drafts;

  function attachReport(cue: CueHit, limit: number, index: number): void {
    const found = findOpening(reading, cue, limit);
    const object = objectFirst(cue, limit, found?.introducer ?? limit);
    const bound = object ? object.at : (found?.introducer ?? limit);
    let mention = cue.sense.form === 'verb' ? (object?.mention ?? null) : null;
    const least = open ? open.from : floor;
    if (!mention && cue.sense.form === 'verb') {
      mention = after
        ? object
          ? null
          : readMentionAfter(reading, cue.to, boundOfSubject(cue, bound), !found)
        : readMentionBefore(reading, cue.from, least);
      if (!mention && after && (tokens[cue.from]?.conjunction ?? 0) === 0) mention = subjectBefore(cue, least);
    }
    const near = mention && mention.to <= cue.from;
    const start = near ? (mention?.from ?? cue.from) : cue.from;
    const clause = clauseStart(start, least);
    let left: Span | null = null;
    if (
      !mention &&
      !after &&
      (found || object) &&
      cue.sense.form === 'verb' &&
      !open &&
      floor === sentence.from &&
      !opening.has(floor)
    )
      mention = subjectOfSentence(cue);
    const begin = (from: number, direct: boolean, rule: string, confidence: number, skip = 0): void => {
      if (open) finish(open, clause);
      open = { draft: draftOf(cue, mention, rule, confidence), from, skip, direct, left };
    };
    if (object) {
      begin(object.at, false, cue.sense.act === 'deny' ? 'denied-object' : 'object-after-cue', 0.75, object.skip);
      return;
    }
    if (found) {
      const adjacent = found.kind !== 'marks' || after || found.introducer - cue.to <= 6;
      if (!open) left = leftContent(cue, clause, found.kind !== 'that');
      if (!mention && left && !after) mention = readMentionAfter(reading, cue.to, found.introducer);
      const type =
        found.kind === 'that'
          ? 'clause-after-complementiser'
          : found.kind === 'marks'
            ? 'marks-after-cue'
            : 'colon-after-cue';
      const mixed =
        found.kind === 'marks' &&
        !after &&
        found.introducer > cue.to + 1 &&
        cue.sense.takes.includes('clause') &&
        tokens[found.introducer]?.kind === 'mark' &&
        !left;
      if (mixed) begin(cue.to, false, 'clause-after-cue', 0.7);
      else if (adjacent)
        begin(found.at, found.kind !== 'that' || left !== null, type, found.kind === 'that' ? 0.9 : 0.95);
      return;
    }
    const bare = (): boolean => {
      if (cue.sense.takes.includes('clause') && cue.sense.form !== 'according') {
        const from = after ? (mention && mention.from >= cue.to ? mention.to : -1) : clauseAfter(cue);
        if (from === -1 || from + 1 >= limit) return false;
        if (after && !restHasVerb(from, limit)) return false;
        if (!after && !mention && cue.sense.form === 'verb') return false;
        begin(from, false, 'clause-after-cue', 0.65);
        return true;
      }
      return false;
    };
    if (after && !leftIsMarked(clause) && bare()) return;
    if (!open || clause > floor) {
      const leftSpan = open ? null : leftContent(cue, clause, true, true);
      if (leftSpan) {
        if (!after && !mention) mention = readMentionAfter(reading, cue.to, sentence.to);
        if (!after && !(mention && mention.to > cue.from)) mention = mention ?? null;
        if (!cue.sense.weak || leftIsMarked(clause)) {
          const draft = draftOf(cue, mention, 'content-before-cue', 0.85);
          draft.contents = [leftSpan];
          draft.type = typeQuote(reading, draft);
          drafts.push(draft);
          floor = mention && mention.to > cue.to ? mention.to : cue.to;
          if (!leftIsMarked(clause)) goOn(draft, index);
          return;
        }
      }
    }
    if (!after) bare();
  }

  /** An object before the marks or complementiser wins: «طالب الوكالة ب[سرعة الاعتذار عن "خطأ"]». */
  function objectFirst(cue: CueHit, limit: number, introducer: number): ReturnType<typeof findObject> {
    const object = findObject(reading, cue, limit);
    if (!object || introducer >= limit) return object;
    if (cue.sense.act === 'deny')
      return object.at <= introducer + 3 &&
        hasClass(tokens[introducer], WordClass.complementiser) &&
        object.at > introducer
        ? object
        : object.at < introducer && !hasClass(tokens[introducer], WordClass.complementiser)
          ? object
          : null;
    return object.at < introducer - 1 || (object.skip > 0 && object.at < introducer)
      ? hasClass(tokens[object.at], WordClass.complementiser)
        ? null
        : object
      : null;
  }

  function attachAccording(cue: CueHit, next: CueHit | undefined, index: number): void {
    const fused = next && !next.quoted && next.from <= cue.to + 1 && next.sense.form === 'verb' && after ? next : null;
    let from = fused ? fused.to : cue.to;
    if (after && hasClass(tokens[from], WordClass.verb)) from++;
    const mention = readMentionAfter(reading, from, sentence.to, false, fused ? 0 : cue.lead, !fused);
    if (!mention) {
      if (open) finish(open, cue.from);
      return;
    }
    const hit: CueHit = fused ? { ...fused, sense: cue.sense } : cue;
    const last = drafts.at(-1);
    if (open) {
      open.draft.links.push({ mention, cue: hit });
      finish(open, cue.from);
      floor = mention.to;
      return;
    }
    const clause = clauseStart(cue.from, floor);
    if (clause > sentence.from + 2 && clause > floor) {
      const span = contentSpan(floor, clause, 0);
      if (!span) return;
      const draft = draftOf(hit, mention, 'content-before-source', 0.85);
      draft.contents = [span];
      draft.type = typeQuote(reading, draft);
      drafts.push(draft);
      floor = mention.to;
      goOn(draft, index);
    } else if (last && last.sentence === hit.sentence) {
      last.links.push({ mention, cue: hit });
      floor = mention.to;
    } else {
      const begin = contentAfterSource(mention.to);
      if (begin === -1) return;
      open = {
        draft: draftOf(hit, mention, 'content-after-source', 0.85),
        from: begin,
        skip: 0,
        direct: opening.has(begin - 1),
        left: null,
      };
    }
  }

  /** "The bridge, the council said, will stay shut": what follows the inserted report goes on with its content. */
  function goOn(draft: QuoteDraft, index: number): void {
    if (!/^[,،]$/u.test(tokens[floor]?.key ?? '') || sentence.to - floor < 4) return;
    if (cues.slice(index + 1).some((other) => !other.quoted && other.from >= floor)) return;
    if (
      hasClass(tokens[floor + 1], WordClass.relative | WordClass.determiner | WordClass.role) &&
      !hasClass(tokens[floor + 1], WordClass.verb)
    )
      return;
    const rest = contentSpan(floor + 1, sentence.to, 0);
    if (!rest) return;
    draft.contents.push(rest);
    floor = sentence.to;
  }

  /** «وفقا لزيد سالم، مدير المركز، فإن [...]»: after «فإن» where there is one, else after the first comma. */
  function contentAfterSource(from: number): number {
    let comma = -1;
    for (let i = from; i < Math.min(sentence.to, from + 30); i++) {
      const token = tokens[i];
      if (token && /^[,،:]$/u.test(token.key) && comma === -1) comma = i + 1;
      if (
        after &&
        token &&
        hasClass(token, WordClass.complementiser) &&
        /^(?:فان|ان)/u.test(token.key) &&
        (token.key.startsWith('فان') || i <= from + 1)
      )
        return i + 1;
      if (token && token.conjunction > 0 && token.key === 'فقد') return i + 1;
      if (comma !== -1 && i - comma > 14) break;
    }
    if (comma !== -1) return opening.has(comma) ? comma + 1 : comma;
    return from + 1 < sentence.to && after ? from : -1;
  }

  function draftOf(cue: CueHit, mention: MentionDraft | null, rule: string, confidence: number): QuoteDraft {
    return {
      type: 'INDIRECT',
      contents: [],
      cue,
      mention,
      sentence: cue.sentence,
      rule,
      confidence,
      stance: 'ASSERTED',
      links: [],
      subject: mention || drafts.at(-1)?.sentence === cue.sentence || open ? null : subjectOfSentence(cue),
    };
  }

  function finish(quote: OpenQuote, stop: number): void {
    let to = Math.max(stop, quote.from);
    const pair = opening.get(quote.from - 1);
    if (quote.direct && pair && pair.close !== -1 && pair.close <= to) {
      // What follows the closing mark belongs to the content only where the sentence runs on without a comma.
      const next = tokens[pair.close + 1];
      const ends =
        pair.close + 1 >= to ||
        (next !== undefined &&
          (next.kind === 'punctuation' ||
            next.conjunction > 0 ||
            hasClass(next, WordClass.conjunction | WordClass.contrast | WordClass.time | WordClass.relative)));
      if (ends || pair.close - pair.open > 25) to = pair.close;
    } else if (quote.direct && pair && pair.close === -1) to = Math.min(to, pair.inside.to);
    const aside = asideFrom(quote.from, to);
    const main = contentSpan(quote.from, aside, quote.skip);
    quote.draft.contents = [quote.left, main].filter((span) => span !== null);
    floor = to;
    if (quote.draft.contents.length > 0) {
      quote.draft.type = typeQuote(reading, quote.draft);
      drafts.push(quote.draft);
    }
    open = null;
  }

  /** «…، فيما بلغ عدد …»: the article goes on in its own voice. */
  function asideFrom(from: number, to: number): number {
    if (!after) return to;
    for (let i = from + 3; i < to; i++) {
      if (
        /^(?:فيما|بينما)$/u.test(tokens[i]?.core ?? '') &&
        /^[,،؛]$/u.test(tokens[i - 1]?.key ?? '') &&
        reading.pairOf[i] === -1
      )
        return i;
    }
    return to;
  }

  function contentSpan(from: number, to: number, skip: number): Span | null {
    const span = cutContent(reading, from, to);
    return span && skip > 0 && span.start + skip < span.end ? { start: span.start + skip, end: span.end } : span;
  }

  /** Where the reporting clause begins: before its subject, and before «لكن», "but" or a comma in front of that. */
  function clauseStart(from: number, least: number): number {
    let at = from;
    while (
      at > least &&
      hasClass(tokens[at - 1], WordClass.contrast | WordClass.conjunction | WordClass.auxiliary | WordClass.adverb) &&
      tokens[at - 1]?.kind === 'word'
    )
      at--;
    // «a-t-il assuré»: the auxiliary hangs before the pronoun.
    while (at - 2 > least && tokens[at - 1]?.key === '-' && tokens[at - 1]?.end === tokens[at]?.start) at -= 2;
    if (concedes(at) > least) at = concedes(at);
    while (at > least && hasClass(tokens[at - 1], WordClass.relative)) at--;
    while (at > least && /^[,،؛;–—-]$/u.test(tokens[at - 1]?.key ?? '')) at--;
    return at;
  }

  /** Where «على الرغم من أن …» begins that ends right before token `at`; -1 where none does. */
  function concedes(at: number): number {
    if (!hasClass(tokens[at - 1], WordClass.complementiser)) return -1;
    const word = [at - 2, at - 3].find((i) => hasClass(tokens[i], WordClass.contrast));
    if (word === undefined) return -1;
    return hasClass(tokens[word - 1], WordClass.preposition) ? word - 1 : word;
  }

  function leftIsMarked(clause: number): boolean {
    return closing.has(clause - 1) || closing.has(clause - 2);
  }

  /** A content to the left: in marks, in marks never closed, after «A، وقال …» in the first person, or before a comma. */
  function leftContent(cue: CueHit, clause: number, marks: boolean, plain = false): Span | null {
    let end = clause;
    while (end > floor && tokens[end - 1]?.kind === 'punctuation') end--;
    const pair = closing.get(end - 1);
    if (pair && pair.open >= floor && marks) {
      const lead = tokens.slice(floor, pair.open).some((token) => token.kind === 'word');
      if (!lead) return cutContent(reading, pair.open + 1, pair.close);
      if (plain && !after) return cutContent(reading, floor, pair.close + 1);
      return pair.close - pair.open > 3 ? cutContent(reading, pair.open + 1, pair.close) : null;
    }
    const unclosed = pairs.find(
      (other) => other.close === -1 && other.open >= floor && other.open < clause && other.inside.to >= clause - 1,
    );
    if (unclosed) return cutContent(reading, unclosed.open + 1, clause);
    const words = tokens.slice(floor, clause);
    if (
      after &&
      !plain &&
      words.length > 4 &&
      words.some((token) => hasClass(token, WordClass.firstPerson)) &&
      ((tokens[cue.from]?.conjunction ?? 0) > 0 || tokens[cue.from - 1]?.key === 'و')
    ) {
      return cutContent(reading, floor, clause);
    }
    if (!plain || clause <= floor + 1) return null;
    const comma = /^[,،]$/u.test(tokens[end]?.key ?? '') && end < cue.from;
    return comma && words.length > 3 ? cutContent(reading, floor, clause) : null;
  }

  function boundOfSubject(cue: CueHit, bound: number): number {
    return Math.min(bound, sentence.to, cue.to + 30);
  }

  /** «لكن النادي نفى …», «غانتس قال …», «الجبهة، التي تدعو …»: the subject stands right before the verb, at a clause's start. */
  function subjectBefore(cue: CueHit, least: number): MentionDraft | null {
    let to = cue.from;
    const relative = hasClass(tokens[to - 1], WordClass.relative);
    if (relative) to--;
    if (relative && /^[,،]$/u.test(tokens[to - 1]?.key ?? '')) to--;
    const mention = readMentionBefore(reading, to, least);
    if (!mention) return null;
    const before = tokens[mention.from - 1];
    const atStart =
      mention.from <= least ||
      mention.from === sentence.from ||
      before?.kind === 'punctuation' ||
      before?.kind === 'mark' ||
      hasClass(before, WordClass.contrast | WordClass.conjunction | WordClass.complementiser | WordClass.auxiliary);
    return relative || atStart ? mention : null;
  }

  /** Whether a cue stands beside the report before it rather than inside its content. */
  function isSibling(cue: CueHit, from: number): boolean {
    const token = tokens[cue.from];
    if (cue.sense.form === 'participle') return true;
    if (!token) return false;
    if (after) {
      if (token.conjunction > 0) return !cue.sense.weak;
      const before = tokens[cue.from - 1];
      if (before && (/^[,،؛]$/u.test(before.key) || closing.has(cue.from - 1) || before.key === 'و'))
        return cue.from - 1 > from;
      if (
        hasClass(before, WordClass.relative) &&
        before?.key.startsWith(language.article) &&
        /^[,،؛]$/u.test(tokens[cue.from - 2]?.key ?? '')
      )
        return true;
      const subject = subjectBefore(cue, from);
      if (subject !== null && concedes(subject.from) !== -1) return true;
      return (
        subject !== null &&
        hasClass(tokens[subject.from - 1], WordClass.contrast) &&
        /^[,،؛]$/u.test(tokens[subject.from - 2]?.key ?? '')
      );
    }
    const subject = readMentionBefore(reading, cue.from, from);
    const at = subject ? subject.from : cue.from;
    if (at <= from) return false;
    const before = tokens[at - 1];
    if (!before) return false;
    if (/^[;]$/u.test(before.key)) return true;
    if (
      hasClass(before, WordClass.contrast) ||
      (hasClass(before, WordClass.conjunction) && (!subject || /^[,]$/u.test(tokens[at - 2]?.key ?? '')))
    )
      return true;
    return before.key === ',' && subject !== null && cue.sense.takes.includes('clause');
  }

  /** "Ann Lee has toured the plant and called for a ban": the subject of the first verb speaks. */
  function subjectOfSentence(cue: CueHit): MentionDraft | null {
    for (let i = sentence.from; i < cue.from; i++) {
      if (!hasClass(tokens[i], WordClass.verb | WordClass.auxiliary) || reading.pairOf[i] !== -1) continue;
      if (after && hasClass(tokens[i], WordClass.auxiliary)) continue;
      const subject = after
        ? readMentionAfter(reading, i + 1, cue.from, true)
        : readMentionBefore(reading, i, sentence.from);
      return subject && (!after || subject.personal) ? subject : null;
    }
    return null;
  }

  function restHasVerb(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (hasClass(tokens[i], WordClass.verb | WordClass.negation)) return true;
    return false;
  }

  /** "said prices rose", "told the court he knew": past an audience, where the reported clause begins. */
  function clauseAfter(cue: CueHit): number {
    const next = tokens[cue.to];
    if (!next || next.kind === 'punctuation' || cue.to >= sentence.to) return -1;
    if (!cue.sense.prepositions.includes('@'))
      return hasClass(next, WordClass.preposition) && !next.capital ? -1 : cue.to;
    for (let i = cue.to + 1; i < Math.min(sentence.to, cue.to + 9); i++) {
      if (hasClass(tokens[i], WordClass.pronoun) || (i > cue.to + 1 && hasClass(tokens[i], WordClass.determiner)))
        return i;
    }
    return -1;
  }
}
