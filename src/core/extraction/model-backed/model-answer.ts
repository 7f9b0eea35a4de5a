import { z } from 'zod';

/** How many items of one kind are read from one answer: more is no reading of a few paragraphs. */
const MOST_ITEMS = 200;
const MOST_WORDS = 4_000;

const words = z.string().min(1).max(MOST_WORDS);
/** What a model leaves out, gives as null or gives in a form that is none is the same to us: nothing. */
const optionalWords = words.nullish().catch(null);

const speaker = z.object({
  name: words,
  kind: z.enum(['PERSON', 'ORGANIZATION', 'GROUP', 'MEDIA', 'DOCUMENT']),
  anonymous: z.boolean().catch(false),
});

const quote = z.object({
  type: z.enum(['DIRECT', 'INDIRECT', 'MIXED']),
  content: z.array(words).min(1).max(10),
  speaker: speaker.nullish().catch(null),
  mention: optionalWords,
  cue: optionalWords,
});

const claim = z.object({
  content: z.array(words).min(1).max(10),
  stance: z.enum(['ASSERTED', 'DENIED', 'REPORTED', 'PREDICTED']),
  checkWorthiness: z.number().min(0).max(1).catch(0.5),
});

export type ModelQuote = z.infer<typeof quote>;
export type ModelClaim = z.infer<typeof claim>;

/** What a model says stands in a part of an article. Nothing of it is believed before it is found in the text. */
export interface ModelAnswer {
  readonly quotes: readonly ModelQuote[];
  readonly claims: readonly ModelClaim[];
}

const answer = z.object({ quotes: z.array(z.unknown()).catch([]), claims: z.array(z.unknown()).catch([]) });

/**
 * Reads what a model wrote: one JSON object, bare or fenced. An item that is not of the form is left out; null where the
 * whole is not JSON, as when the answer was cut off.
 */
export function parseModelAnswer(written: string): ModelAnswer | null {
  const fenced = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/u.exec(written);
  let value: unknown;
  try {
    value = JSON.parse(fenced?.[1] ?? written);
  } catch {
    return null;
  }
  const { success, data } = answer.safeParse(value);
  if (!success) return null;
  return { quotes: readItems(quote, data.quotes), claims: readItems(claim, data.claims) };
}

function readItems<Item>(schema: z.ZodType<Item>, items: readonly unknown[]): Item[] {
  return items.slice(0, MOST_ITEMS).flatMap((item) => {
    const { success, data } = schema.safeParse(item);
    return success ? [data] : [];
  });
}
