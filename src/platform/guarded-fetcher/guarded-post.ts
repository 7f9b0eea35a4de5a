import { request } from 'undici';
import type { AllowList } from './allow-list.js';
import { asRefusal, inTime } from './guarded-fetch.js';
import { pinnedAgent } from './pinned-agent.js';
import { type Resolve, resolveTarget } from './resolve-target.js';

export interface PostLimits {
  /** For the connection, the request and the head of the answer, in milliseconds. */
  readonly timeoutMs: number;
  /** So much of the answer's body is kept, and no more of it read. */
  readonly keptBytes: number;
}

/** A body that drips is waited for no longer: its head has said all that counts. */
const SLOWEST_BODY_MS = 2_000;

export interface Posted {
  readonly status: number;
  /** The header `retry-after` as it came; null where there is none. */
  readonly retryAfter: string | null;
  /** The beginning of the answer's body, as UTF-8, without NUL. */
  readonly body: string;
}

/**
 * Posts to an address that somebody gave us, under the same guards as `guardedFetch`; a redirect is not followed but
 * given as the answer that it is, as every other status. Throws FetchRefused where no answer came.
 */
export async function guardedPost(
  address: string,
  { body, headers }: { body: string; headers: Readonly<Record<string, string>> },
  { allow, limits, resolve }: { allow: AllowList; limits: PostLimits; resolve?: Resolve },
): Promise<Posted> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  const target = await inTime(resolveTarget(address, allow, resolve), signal);
  const agent = pinnedAgent(target, limits.timeoutMs);
  try {
    const answer = await request(target.url, {
      ...{ method: 'POST', dispatcher: agent, signal, body },
      headers: { 'user-agent': 'Isnad', ...headers },
    });
    answer.body.on('error', () => undefined);
    const retryAfter = [answer.headers['retry-after']].flat()[0] ?? null;
    return { status: answer.statusCode, retryAfter, body: await readBeginning(answer.body, limits.keptBytes) };
  } catch (error) {
    throw asRefusal(error, signal, target.url.host);
  } finally {
    await agent.destroy().catch(() => undefined);
  }
}

/** What of the beginning came in time; an answer that breaks off or never ends was answered all the same. */
async function readBeginning(body: AsyncIterable<Buffer> & { destroy(): unknown }, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  const timer = setTimeout(() => body.destroy(), SLOWEST_BODY_MS);
  try {
    let size = 0;
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= most) break;
    }
  } catch {
    // Broken off: what came is what there is.
  } finally {
    clearTimeout(timer);
    body.destroy();
  }
  const beginning = Buffer.concat(chunks).subarray(0, most);
  // A character that was cut in two at the end is left out.
  return new TextDecoder().decode(beginning, { stream: true }).replaceAll('\0', '');
}
