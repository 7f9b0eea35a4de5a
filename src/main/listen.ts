import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../platform/config/config.js';
import type { Log } from '../platform/log.js';

/**
 * Opens the port and gives the address, such as http://127.0.0.1:3000. A worker has only its probes to offer: where its
 * port is taken (an API on the same machine) it works without them, and the address is null.
 * Throws an Error of one line where an API's port is taken.
 */
export async function listen(nest: NestFastifyApplication, config: Config, log: Log): Promise<string | null> {
  try {
    await nest.listen(config.port, config.host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (config.role !== 'worker') {
      throw new Error(`Port ${config.port} on ${config.host} is taken: set PORT to a free one`);
    }
    log.warn(`port ${config.port} is taken: this worker answers no health checks`);
    await nest.init();
    return null;
  }
  const { address, port } = nest.getHttpServer().address() as { address: string; port: number };
  const host = config.host === 'localhost' ? 'localhost' : address.includes(':') ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
