import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { findFirstLanguage, findNewsroom } from '../../accounts/accounts.store.js';
import { Departures } from '../../accounts/departures.js';
import { isMailLanguage } from '../../accounts/mail-texts.js';
import { requireRole } from '../../accounts/roles.js';
import type { Viewer } from '../../accounts/viewer.js';
import type { DigestSettings, UpdateDigestInput } from '../../generated/graphql.js';
import { CLOCK, type Clock } from '../../platform/clock.js';
import type { Transaction } from '../../platform/database/database.js';
import { badInput } from '../../platform/request-error.js';
import { type DigestRow, findDigest, removeDigest, saveDigest } from './digests.store.js';
import { nextDigestAt } from './next-digest-at.js';

const MORNING = 8;

/** When a member is mailed what happened; each decides for themselves. */
@Injectable()
export class DigestsService implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Departures) private readonly departures: Departures,
  ) {}

  /** Whoever leaves is mailed nothing any more; one who comes back asks for it anew. */
  onModuleInit(): void {
    this.departures.add(async ({ tx, memberId }) => void (await removeDigest(tx, memberId)));
  }

  async read(tx: Transaction, newsroomId: string, memberId: string): Promise<DigestSettings> {
    return settingsOf(await findDigest(tx, newsroomId, memberId), await findFirstLanguage(tx, newsroomId));
  }

  async update(viewer: Viewer, { frequency, hour, language }: UpdateDigestInput): Promise<DigestSettings> {
    requireRole(viewer.role, 'VIEWER');
    const faults: Record<string, string> = {};
    if (hour != null && (hour < 0 || hour > 23)) faults.hour = 'must be 0 to 23';
    if (language != null && !isMailLanguage(language)) faults.language = 'must be ar, en or fr';
    if (Object.keys(faults).length > 0) throw badInput(faults);
    const memberId = viewer.memberId!;
    const { newsroomId } = viewer.newsroom;
    return viewer.newsroom.transaction(async (tx) => {
      const before = await this.read(tx, newsroomId, memberId);
      const after = {
        frequency: frequency ?? before.frequency,
        hour: hour ?? before.hour,
        language: language ?? before.language,
      };
      if (after.frequency === 'OFF') {
        await removeDigest(tx, memberId);
        return { ...after, nextAt: null };
      }
      const { timeZone } = (await findNewsroom(tx, newsroomId))!;
      const nextAt = nextDigestAt(after, timeZone, this.clock.now());
      return settingsOf(await saveDigest(tx, { newsroomId, memberId, ...after, nextAt }), after.language);
    });
  }
}

const settingsOf = (row: DigestRow | null, language: string): DigestSettings =>
  row
    ? { frequency: row.frequency, hour: row.hour, language: row.language, nextAt: row.nextAt }
    : { frequency: 'OFF', hour: MORNING, language, nextAt: null };
