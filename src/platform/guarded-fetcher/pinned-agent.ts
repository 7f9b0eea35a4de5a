import { Agent } from 'undici';
import type { Target } from './resolve-target.js';

/** Connects to the one IP address that was checked, whatever the name resolves to by now. Destroy it after use. */
export const pinnedAgent = (target: Target, timeoutMs: number): Agent =>
  new Agent({
    connect: {
      timeout: timeoutMs,
      lookup: (_host, options, callback) => {
        const pinned = { address: target.ip, family: target.family };
        if (options.all) callback(null, [pinned]);
        else callback(null, pinned.address, pinned.family);
      },
    },
    maxHeaderSize: 64 * 1024,
    pipelining: 0,
  });
