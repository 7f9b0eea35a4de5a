import { type CueHit, type MentionDraft, type QuoteDraft } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Attaching } from '../attach/attaching.js';
import { cutContent } from '../cut-content.js';
import { hasClass } from '../has-class.js';
import { typeQuote } from '../type-quote.js';
import { describePhrase } from './describe-phrase.js';
import { endContent } from './end-content.js';
import { findHead } from './find-head.js';
import { goOn } from './go-on.js';
import { holdsVerb } from './holds-verb.js';
import { isFinite } from './is-finite.js';
import { readPhrase } from './read-phrase.js';

/** Gives a source phrase ("according to X", «selon X») the content before it, around it or after it. */
export function attachSource(state: Attaching, cue: CueHit, index: number): void {
  const { reading, sentence } = state;
  const { tokens, opening, language } = reading;
  const { order } = language;
  const mention = source();
  if (!mention && !cue.sense.anaphoric) return;
  if (cue.sense.weak && !(mention && opensSentence() && speaks(mention))) return;
  const end = mention && !cue.sense.anaphoric ? mention.to : cue.to;
  if (state.open) {
    if (cue.from <= state.open.from + 2) return;
    state.open.draft.links.push({ mention, cue });
    if (tokens[cue.from - 1]?.key === ',' || end >= sentence.to - 1) endContent(state, cue.from);
    state.floor = Math.max(state.floor, end);
    return;
  }
  // «Rappelons que selon la banque, …»: the clause begins with its source.
  if (hasClass(tokens[cue.from - 1], WordClass.complementiser) && cue.from > state.floor) state.floor = cue.from;
  let clause = cue.from;
  while (
    clause > state.floor &&
    (tokens[clause - 1]?.key === ',' || hasClass(tokens[clause - 1], WordClass.conjunction))
  )
    clause--;
  const around = clause > state.floor && tokens[end]?.key === ',' && isFinite(tokens[end + 1]);
  const leads = !around && leadOnly(state.floor, clause);
  if (!leads) {
    const span = cutContent(reading, state.floor, clause);
    const last = state.drafts.at(-1);
    if (!around && last && last.sentence === cue.sentence && (!span || !holdsVerb(reading, state.floor, clause))) {
      last.links.push({ mention, cue });
      state.floor = end;
      return;
    }
    if (!span) return;
    const draft = draftOf(mention, 'content-before-source');
    draft.contents = [span];
    draft.type = typeQuote(reading, draft);
    state.drafts.push(draft);
    state.floor = asideEnd(end);
    goOn(state, draft, index);
    return;
  }
  const from = contentFrom(end);
  if (from === -1) return;
  const marked = opening.has(from);
  state.open = {
    draft: draftOf(mention, 'content-after-source'),
    from: marked ? from + 1 : from,
    skip: 0,
    direct: marked,
    left: null,
  };

  /** The noun phrase after the cue; a name after its comma belongs to it only between two: «selon la juge, M. Lee savait». */
  function source(): MentionDraft | null {
    if (cue.sense.anaphoric) return ownerIn();
    // «de sources concordantes»: the cue's own noun is who is meant.
    if (hasClass(tokens[cue.to - 1], WordClass.anonymous)) return readPhrase(reading, cue.to - 1, sentence.to);
    const phrase = readPhrase(reading, cue.to, sentence.to);
    if (!phrase || tokens[phrase.to]?.key === ',' || phrase.to >= sentence.to - 1) return phrase;
    for (let i = phrase.from; i < phrase.to; i++) if (tokens[i]?.key === ',') return readPhrase(reading, cue.to, i);
    return phrase;
  }

  /** The pronoun inside "in her view" or «à ses yeux», where it shows a gender. */
  function ownerIn(): MentionDraft | null {
    for (let i = cue.from; i < cue.to; i++) {
      const key = tokens[i]?.key ?? '';
      if (!order.pronounsFeminine.has(key) && !order.pronounsMasculine.has(key) && !order.pronounsPlural.has(key))
        continue;
      return { ...describePhrase(reading, { from: i, to: i + 1 }), pronoun: true, personal: false };
    }
    return null;
  }

  function opensSentence(): boolean {
    for (let i = sentence.from; i < cue.from; i++)
      if (!hasClass(tokens[i], WordClass.contrast | WordClass.adverb) && tokens[i]?.kind === 'word') return false;
    return true;
  }

  /** «Pour la direction, …»: somebody with a view, set off by a comma, and not whoever gains by it. */
  function speaks(who: MentionDraft): boolean {
    if (tokens[who.to]?.key !== ',' || who.pronoun) return false;
    const head = tokens[findHead(reading, who)];
    return who.personal || hasClass(head, WordClass.role | WordClass.organization | WordClass.group);
  }

  /** Nothing but linking words or a time stands before the source: its content follows. */
  function leadOnly(from: number, to: number): boolean {
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token?.kind !== 'word') continue;
      if (
        !hasClass(
          token,
          WordClass.contrast |
            WordClass.conjunction |
            WordClass.adverb |
            WordClass.time |
            WordClass.preposition |
            WordClass.determiner,
        )
      )
        return (
          to - from < 6 &&
          hasClass(tokens[from], WordClass.preposition | WordClass.time) &&
          !holdsVerb(reading, from, to) &&
          tokens[cue.from - 1]?.key === ','
        );
    }
    return true;
  }

  /** After the source's comma, past an apposition: "According to Ann Lee, who runs the port, [...]". */
  function contentFrom(at: number): number {
    let i = at;
    while (i < Math.min(sentence.to, at + 30) && !/^[,:]$/u.test(tokens[i]?.key ?? '')) i++;
    if (!/^[,:]$/u.test(tokens[i]?.key ?? '') || i + 2 >= sentence.to) return -1;
    return asideEnd(i) + 1;
  }

  function asideEnd(comma: number): number {
    const next = tokens[comma + 1];
    if (tokens[comma]?.key !== ',' || !next) return comma;
    const relative = hasClass(next, WordClass.relative);
    for (let j = comma + 2; j < Math.min(sentence.to, comma + 26); j++) {
      if (tokens[j]?.key !== ',') continue;
      if (relative) return j;
      const office =
        j - comma < 14 &&
        !holdsVerb(reading, comma + 1, j) &&
        (hasClass(next, WordClass.role | WordClass.modifier | WordClass.determiner) || next.kind === 'number') &&
        tokens
          .slice(comma + 1, j)
          .some((token) => hasClass(token, WordClass.role | WordClass.organization | WordClass.media));
      return office ? j : comma;
    }
    return comma;
  }

  function draftOf(who: MentionDraft | null, rule: string): QuoteDraft {
    return {
      type: 'INDIRECT',
      contents: [],
      cue,
      mention: who,
      subject: null,
      sentence: cue.sentence,
      rule,
      confidence: 0.85,
      stance: 'ASSERTED',
      links: [],
    };
  }
}
