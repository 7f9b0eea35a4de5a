import { type CueHit, type MentionDraft, type QuoteDraft, type Sentence } from '../draft.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { cutContent } from './cut-content.js';
import { hasClass } from './has-class.js';
import { readSubjectAfter } from './phrase/read-subject-after.js';

/** Words that a quotation has at least; fewer are a title or a label. */
const LEAST = 4;

/**
 * Words in marks right after a colon, though no reporting verb led to them: «فتمسك بروايته: "…"», «يقدم قراءة مغايرة: "…"».
 * A cue of the sentence that found no content of its own introduces them, else the colon does; who speaks is the subject of
 * the verb nearest to it.
 */
export function readColonSpeech(
  reading: Reading,
  sentence: Sentence,
  index: number,
  cues: readonly CueHit[],
  found: readonly QuoteDraft[],
): QuoteDraft | null {
  const { tokens, opening } = reading;
  if (reading.language.article === '') return null;
  for (let i = sentence.from + 2; i + 1 < sentence.to; i++) {
    const sign = tokens[i];
    const pair = opening.get(i + 1);
    if (sign?.key !== ':' || !pair || reading.pairOf[i] !== -1) continue;
    const end = Math.min(pair.close === -1 ? pair.inside.to : pair.close, sentence.to);
    const words = tokens.slice(i + 2, end).filter(({ kind }) => kind === 'word').length;
    const content = cutContent(reading, i + 2, end);
    if (!content || words < LEAST || found.some(({ contents }) => contents.some((span) => span.end > sign.start)))
      return null;
    const used = found.map(({ cue }) => cue);
    const own = cues.findLast((cue) => !cue.quoted && cue.to <= i && cue.sense.form !== 'according');
    const cue: CueHit =
      own && !used.includes(own)
        ? own
        : {
            from: i,
            to: i + 1,
            lead: 0,
            start: sign.start,
            end: sign.end,
            sentence: index,
            quoted: false,
            sense: { form: 'verb', act: 'say', takes: ['direct'], prepositions: [], agreement: '', weak: false },
          };
    return {
      type: 'DIRECT',
      contents: [content],
      cue,
      mention: subjectOf(cue.from < i ? cue.to : -1, i),
      subject: null,
      sentence: index,
      rule: 'marks-after-colon',
      confidence: 0.65,
      stance: 'ASSERTED',
      links: [],
    };
  }
  return null;

  /** The subject after the cue, or after the last verb before the colon that has one. */
  function subjectOf(afterCue: number, colon: number): MentionDraft | null {
    if (afterCue !== -1) return speaker(readSubjectAfter(reading, afterCue, colon));
    for (let i = colon - 1; i >= sentence.from; i--) {
      if (!hasClass(tokens[i], WordClass.verb) || tokens[i]?.article) continue;
      return speaker(readSubjectAfter(reading, i + 1, colon, true));
    }
    return null;
  }

  function speaker(mention: MentionDraft | null): MentionDraft | null {
    const who = WordClass.role | WordClass.organization | WordClass.group | WordClass.media | WordClass.title;
    return mention && ((mention.personal && mention.loose !== true) || hasClass(tokens[mention.head ?? -1], who))
      ? mention
      : null;
  }
}
