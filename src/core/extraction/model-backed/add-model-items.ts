import { checkExtraction } from '../check-extraction.js';
import { overlaps } from '../check-spans.js';
import { type Claim, type Extraction, type Quote, type Slice, type Span } from '../model.js';
import { MODEL_RULE, type ModelItems } from './read-model-answer.js';

/**
 * The rules' extraction with what a model found beside it, in text order. A model only adds where the rules found nothing,
 * and names the speaker of a quote that has none; it takes nothing away and changes no span. Where the sum broke a promise
 * of an extraction, the rules' own is given back.
 */
export function addModelItems(text: string, rules: Extraction, items: ModelItems): Extraction {
  const kept = rules.quotes.map((quote) => nameSpeaker(quote, items.quotes));
  const quotes: Quote[] = [...kept];
  for (const quote of items.quotes) {
    const taken = quotes.some((other) => collide(other, quote));
    if (!taken) quotes.push(quote);
  }
  const claims: Claim[] = rules.claims.map((claim) => {
    // A claim inside a quote is its speaker's.
    const stated = claim.quote === null ? null : kept[claim.quote];
    return stated && stated !== rules.quotes[claim.quote!]
      ? { ...claim, speaker: stated.speaker, chain: stated.chain }
      : claim;
  });
  for (const claim of items.claims) {
    const taken = claims.some((other) => shareWords([...other.spans, ...other.appearances], claim.spans));
    if (!taken) claims.push(placeInQuote(claim, quotes));
  }
  const together = inTextOrder({ ...rules, quotes, claims });
  return checkExtraction(text, together).length === 0 ? together : rules;
}

const shareWords = (spans: readonly Span[], others: readonly Span[]): boolean =>
  others.some((other) => overlaps(spans, other));

/** A quote may hold neither another's content nor its cue. */
const collide = (a: Quote, b: Quote): boolean =>
  shareWords([...a.spans, ...a.appearances], b.spans) ||
  (a.cue !== null && overlaps(b.spans, a.cue)) ||
  (b.cue !== null && overlaps(a.spans, b.cue));

function nameSpeaker(quote: Quote, found: readonly Quote[]): Quote {
  if (quote.speaker) return quote;
  const named = found.find(({ spans }) => shareWords(quote.spans, spans));
  if (!named?.speaker) return quote;
  const mention = named.speaker.mention;
  const speaker = { ...named.speaker, mention: mention && !overlaps(quote.spans, mention) ? mention : null };
  const [nearest, ...outer] = quote.chain;
  return {
    ...{ ...quote, speaker, rule: `${quote.rule}+${MODEL_RULE}` },
    chain: nearest ? [{ ...nearest, speaker }, ...outer] : quote.chain,
  };
}

/** A claim whose words all stand in a quote is what its speaker asserts. */
function placeInQuote(claim: Claim, quotes: readonly Quote[]): Claim {
  const within = (span: Slice, quote: Quote) =>
    quote.spans.some(({ start, end }) => start <= span.start && span.end <= end);
  const at = quotes.findIndex((quote) => claim.spans.every((span) => within(span, quote)));
  const quote = quotes[at];
  return quote ? { ...claim, quote: at, speaker: quote.speaker, chain: quote.chain, cue: quote.cue } : claim;
}

/** Items by where they begin; the indices by which claims point to others move along. */
function inTextOrder(extraction: Extraction): Extraction {
  const quotes = orderOf(extraction.quotes);
  const claims = orderOf(extraction.claims);
  return {
    ...extraction,
    quotes: quotes.items,
    claims: claims.items.map((claim) => ({
      ...claim,
      quote: claim.quote === null ? null : quotes.places[claim.quote]!,
      denies: claim.denies === null ? null : claims.places[claim.denies]!,
    })),
  };
}

function orderOf<Item extends { readonly spans: readonly Span[] }>(items: readonly Item[]) {
  const order = items.map((_, index) => index);
  order.sort((a, b) => (items[a]!.spans[0]?.start ?? 0) - (items[b]!.spans[0]?.start ?? 0) || a - b);
  const places: number[] = [];
  order.forEach((index, place) => (places[index] = place));
  return { items: order.map((index) => items[index]!), places };
}
