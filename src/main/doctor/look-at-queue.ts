import { Redis } from 'ioredis';
import { type Finding, fault, ok, warning } from './finding.js';

/** The oldest that BullMQ works with. */
const OLDEST_REDIS = 6.2;

/** The queue's server. `redisUrl` null: the queue lives in PostgreSQL, which is looked at elsewhere. */
export async function lookAtQueue(redisUrl: string | null): Promise<Finding> {
  if (!redisUrl) return ok('queue', 'in PostgreSQL');
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    connectTimeout: 5_000,
    retryStrategy: null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const info = await redis.info();
    const value = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    const version = value('redis_version');
    if (Number.parseFloat(version) < OLDEST_REDIS) {
      return fault('queue', `Redis ${version} is too old`, `Use Redis ${OLDEST_REDIS} or newer, or Valkey`);
    }
    const policy = value('maxmemory_policy');
    if (policy && policy !== 'noeviction') {
      return warning('queue', `Redis ${version} may throw jobs away (${policy})`, 'Set maxmemory-policy noeviction');
    }
    return ok('queue', `Redis ${version}`);
  } catch (error) {
    return fault('queue', `Redis cannot be reached: ${(error as Error).message}`, 'Check REDIS_URL and the server');
  } finally {
    redis.disconnect();
  }
}
