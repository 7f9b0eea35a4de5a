import { type QuoteDraft } from '../draft.js';
import { type AttributionLink, type Quote, type Slice, type Span, type Speaker } from '../model.js';
import { type Reading } from '../reading.js';

/** Makes the finished quotes, each with its chain of attribution from the nearest speaker outwards. */
export function buildQuotes(
  reading: Reading,
  drafts: readonly QuoteDraft[],
  speakers: readonly (Speaker | null)[],
): Quote[] {
  const { text } = reading;
  const slice = (span: Span): Slice => ({ start: span.start, end: span.end, text: text.slice(span.start, span.end) });
  return drafts.map((draft, index): Quote => {
    const speaker = speakers[index] ?? null;
    const cue = draft.cue && slice(draft.cue);
    const chain: AttributionLink[] = [
      {
        speaker,
        cue,
        stance: draft.cue?.sense.act === 'deny' ? 'DENIED' : speaker?.kind === 'MEDIA' ? 'REPORTED' : 'ASSERTED',
      },
    ];
    for (const link of draft.links) {
      const mention = link.mention && slice(link.mention);
      chain.push({
        speaker: mention &&
          link.mention && { name: mention.text, kind: link.mention.kind, anonymous: link.mention.anonymous, mention },
        cue: slice(link.cue),
        stance: link.cue.sense.act === 'deny' ? 'DENIED' : 'REPORTED',
      });
    }
    const spans = [...draft.contents].sort((a, b) => a.start - b.start).map(slice);
    return {
      type: draft.type,
      spans,
      speaker,
      cue,
      chain,
      origin: 'RULES',
      rule: draft.rule,
      confidence: draft.confidence,
      appearances: [],
    };
  });
}
