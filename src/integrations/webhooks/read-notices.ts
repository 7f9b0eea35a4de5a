import type { MailLanguage } from '../../accounts/mail-texts.js';
import { findRating } from '../../core/workflow/rating-scale.js';
import type { OutgoingEvent } from '../../generated/prisma/client.js';
import type { Transaction } from '../../platform/database/database.js';
import { readScales, scaleKey } from '../../tasks/rating-scales.store.js';
import { type Notice, noticeOf, type RatingOf } from './notice-text.js';
import type { Payload } from './payloads.js';
import { renderPayloads } from './render-payloads.js';

/** The sentence of each event of one newsroom, by event id. `base` is the service's own address. */
export async function readNotices(
  tx: Transaction,
  base: string,
  events: readonly OutgoingEvent[],
  language: MailLanguage,
): Promise<Map<string, Notice>> {
  const payloads = await renderPayloads(tx, base, events);
  const ratingOf = await readRatings(tx, [...payloads.values()]);
  return new Map([...payloads].map(([id, payload]) => [id, noticeOf(payload, language, ratingOf)]));
}

/** Knows the ratings of the verdicts that these payloads tell of, in the version of the scale that each was given in. */
export async function readRatings(tx: Transaction, payloads: readonly Payload[]): Promise<RatingOf> {
  const scales = await readScales(
    tx,
    payloads.flatMap((payload) => (payload.type === 'verdict.approved' ? [scaleOf(payload.data)] : [])),
  );
  return (verdict) => {
    const scale = scales.get(scaleOf(verdict));
    return scale ? findRating(scale, verdict.rating) : null;
  };
}

const scaleOf = ({ scaleCode: code, scaleVersion: version }: { scaleCode: string; scaleVersion: number }): string =>
  scaleKey({ code, version });
