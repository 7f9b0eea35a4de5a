import robotsParser from 'robots-parser';
import type { AllowList } from '../../platform/guarded-fetcher/allow-list.js';
import { FetchRefused } from '../../platform/guarded-fetcher/fetch-refused.js';
import { guardedFetch } from '../../platform/guarded-fetcher/guarded-fetch.js';

/** The name by which robots.txt knows this service; it is also what the fetcher calls itself. */
const ROBOT = 'Isnad';
const LIMITS = { mostBytes: 512 * 1024, timeoutMs: 10_000, mostRedirects: 5 };

type ParseRobots = (url: string, contents: string) => { isAllowed(url: string, robot: string): boolean | undefined };
// Its types describe a default export that its CommonJS does not have under Node's own rules.
const parseRobots = robotsParser as unknown as ParseRobots;

/** The site does not want this address read by robots. */
export class RobotsRefused extends Error {
  override name = 'RobotsRefused';
}

/**
 * Checks an address against its site's robots.txt (RFC 9309). A site without one allows everything; one whose rules cannot
 * be had at the moment allows nothing, and the FetchRefused that says so is worth another try.
 */
export async function checkRobots(address: string, allow: AllowList): Promise<void> {
  const rules = await fetchRules(new URL('/robots.txt', address).href, allow);
  if (rules === null || parseRobots(rules.url, rules.text).isAllowed(address, ROBOT) !== false) return;
  throw new RobotsRefused(`${new URL(address).host} does not let robots read this page (robots.txt)`);
}

async function fetchRules(url: string, allow: AllowList): Promise<{ url: string; text: string } | null> {
  try {
    const { body } = await guardedFetch(url, { allow, limits: LIMITS });
    return { url, text: body.toString('utf8') };
  } catch (error) {
    const gone =
      error instanceof FetchRefused &&
      error.reason === 'BAD_STATUS' &&
      (error.status ?? 500) < 500 &&
      error.status !== 429;
    const endless = error instanceof FetchRefused && ['TOO_MANY_REDIRECTS', 'TOO_LARGE'].includes(error.reason);
    if (gone || endless) return null;
    throw error;
  }
}
