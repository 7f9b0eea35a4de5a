import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { UpdateNewsroomInput } from '../generated/graphql.js';
import type { Newsroom } from '../generated/prisma/client.js';
import { CLOCK, type Clock } from '../platform/clock.js';
import { badInput, notFound, RequestError } from '../platform/request-error.js';
import { isWebAddress, lineFault, textFault } from '../platform/text-fault.js';
import { recordAct } from './audit/record-act.js';
import { isMailLanguage } from './mail-texts.js';
import { Memberships } from './memberships.js';
import { requireRole } from './roles.js';
import { SignIn } from './sign-in/sign-in.js';
import type { Viewer } from './viewer.js';

/** A newsroom's settings, and going from one newsroom to another. */
@Injectable()
export class NewsroomService {
  constructor(
    private readonly memberships: Memberships,
    private readonly signIn: SignIn,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Two who change different settings at once both succeed; of one setting the later stands. */
  async update(viewer: Viewer, input: UpdateNewsroomInput): Promise<Newsroom> {
    requireRole(viewer.role, 'ADMIN');
    const faults = findFaults(input);
    if (Object.keys(faults).length > 0) throw badInput(faults);
    const { name, publicName, logoUrl, methodology, correctionsPolicy, contactEmail, contactUrl } = input;
    const { languages, timeZone, digits } = input;
    return viewer.newsroom.transaction(async (tx) => {
      // Which settings, not what they say: a public name may be a person's.
      const changed = Object.keys(input).sort().join(' ');
      await recordAct(tx, viewer, { action: 'NEWSROOM_CHANGED', at: this.clock.now(), data: { changed } });
      return tx.newsroom.update({
        where: { id: viewer.newsroom.newsroomId },
        data: {
          name: name?.trim(),
          publicName: publicName?.trim() ?? publicName,
          logoUrl,
          methodology,
          correctionsPolicy,
          contactEmail,
          contactUrl,
          ...(languages ? { languages: [...languages] } : {}),
          timeZone: timeZone ?? undefined,
          digits: digits ?? undefined,
        },
      });
    });
  }

  /** NOT_FOUND for a newsroom that the viewer does not belong to: whether it exists is not theirs to know. */
  async select(viewer: Viewer, newsroomId: string): Promise<Viewer> {
    const { session } = viewer;
    if (!session) {
      if (newsroomId !== viewer.newsroom.newsroomId) throw notFound('The newsroom');
      throw new RequestError('FORBIDDEN', 'An API key belongs to its newsroom: sign in to choose one');
    }
    const member = (await this.memberships.of(session.userId)).find((each) => each.newsroomId === newsroomId);
    if (!member) throw notFound('The newsroom');
    await this.signIn.chooseNewsroom(session, newsroomId);
    const chosen = { ...session, newsroomId };
    return { ...viewer, ...this.memberships.standing(member), session: chosen };
  }
}

function findFaults(input: UpdateNewsroomInput): Record<string, string> {
  const faults: Record<string, string> = {};
  const say = (field: string, fault: string | null) => {
    if (fault) faults[field] = fault;
  };
  const { name, publicName, contactEmail, languages, timeZone } = input;
  if (name !== undefined) say('name', name === null ? 'cannot be cleared' : lineFault(name, 200));
  if (publicName != null) say('publicName', lineFault(publicName, 200));
  for (const field of ['logoUrl', 'contactUrl'] as const) {
    const url = input[field];
    if (url == null) continue;
    const secure = isWebAddress(url) && new URL(url).protocol === 'https:';
    say(field, textFault(url, 2_000) ?? (secure ? null : 'must begin with https://'));
  }
  for (const field of ['methodology', 'correctionsPolicy'] as const) {
    const text = input[field];
    if (text != null) say(field, textFault(text, 20_000) ?? (text.trim() === '' ? 'is empty' : null));
  }
  if (contactEmail != null)
    say('contactEmail', z.email().max(254).safeParse(contactEmail).success ? null : 'must be an e-mail address');
  if (languages != null) {
    const right =
      languages.length > 0 && languages.every(isMailLanguage) && new Set(languages).size === languages.length;
    say('languages', right ? null : 'must be some of ar, en and fr, each once');
  }
  if (timeZone != null) say('timeZone', isTimeZone(timeZone) ? null : 'must be an IANA time zone, such as Asia/Riyadh');
  return faults;
}

function isTimeZone(name: string): boolean {
  // A bare offset, which the platform would take, knows nothing of summer.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
