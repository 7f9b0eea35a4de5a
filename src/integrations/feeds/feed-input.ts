import type { UpdateFeedInput } from '../../generated/graphql.js';
import { isWebAddress, textFault } from '../../platform/text-fault.js';

const LONGEST_URL = 2_000;
const PRIORITIES = { least: 0, most: 9 };
const MINUTES = { least: 5, most: 7 * 24 * 60 };

/** What is wrong with each field that is given. */
export function feedFaults(input: Omit<UpdateFeedInput, 'id'>): Record<string, string> {
  const { url, language, priority, pollEveryMinutes } = input;
  const faults: Record<string, string | null> = {
    url: url === undefined ? null : urlFault(url),
    language:
      language == null || /^[a-z]{2,3}$/i.test(language) ? null : 'must be an ISO 639-1 code such as ar, en or fr',
    priority: priority == null ? null : rangeFault(priority, PRIORITIES),
    pollEveryMinutes: pollEveryMinutes == null ? null : rangeFault(pollEveryMinutes, MINUTES),
  };
  return Object.fromEntries(Object.entries(faults).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** As it is kept: what follows a `#` is no part of it. */
export function feedUrl(url: string): string {
  const address = new URL(url);
  address.hash = '';
  return address.href;
}

/** Where a name leads is looked up, and judged, at each poll. */
function urlFault(url: string | null): string | null {
  if (url === null) return 'cannot be cleared';
  const fault = textFault(url, LONGEST_URL);
  if (fault) return fault;
  if (!isWebAddress(url)) return 'must be an http or https address';
  const { username, password } = new URL(url);
  return username || password ? 'must not carry a password' : null;
}

const rangeFault = (value: number, { least, most }: typeof MINUTES): string | null =>
  value >= least && value <= most ? null : `must be from ${least} to ${most}`;
