import { charsetOf } from '../../platform/documents/charset-of.js';
import { type Fetched, guardedFetch } from '../../platform/guarded-fetcher/guarded-fetch.js';
import { checkRobots } from './check-robots.js';

/** guardedFetch, where the site lets robots do so. Throws FetchRefused or RobotsRefused. */
export async function fetchPolitely(
  address: string,
  options: Parameters<typeof guardedFetch>[1],
): Promise<Fetched & { charset: string | null }> {
  await checkRobots(address, options.allow);
  const fetched = await guardedFetch(address, options);
  // Somebody else's site after a redirect: it has rules of its own, and what it does not want kept is not kept.
  if (new URL(fetched.url).origin !== new URL(address).origin) await checkRobots(fetched.url, options.allow);
  return { ...fetched, charset: charsetOf(fetched.contentType) };
}
