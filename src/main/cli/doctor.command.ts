import { readConfig } from '../../platform/config/config.js';
import { type Finding, fault } from '../doctor/finding.js';
import { lookAtDatabase } from '../doctor/look-at-database.js';
import { lookAtConfiguration, lookAtDisk, lookAtNode } from '../doctor/look-at-machine.js';
import { lookAtQueue } from '../doctor/look-at-queue.js';
import { lookAtMail, lookAtSingleSignOn } from '../doctor/look-at-services.js';
import { MIGRATIONS, openServer, type Server } from '../open-database.js';
import { CommandError } from './fail.js';

/**
 * Looks at everything that the service leans on, changes none of it, and says of each thing whether it is well and what
 * to do. Throws CommandError where there is a fault.
 */
export async function runDoctor({ json = false }: { json?: boolean }): Promise<void> {
  const config = readConfig();
  const findings = [
    lookAtNode(),
    ...lookAtConfiguration(config),
    await lookAtDisk(config.dataDir),
    ...(await lookAtItsDatabase()),
    await lookAtQueue(config.redisUrl),
    await lookAtMail(config.mailUrl),
    ...[await lookAtSingleSignOn(config.singleSignOn)].filter((finding) => finding !== null),
  ];
  process.stdout.write(json ? `${JSON.stringify(findings, null, 1)}\n` : findings.map(inWords).join(''));
  const faults = findings.filter(({ state }) => state === 'fault');
  if (faults.length > 0)
    throw new CommandError(`There are ${faults.length} faults: ${faults.map((f) => f.subject).join(', ')}`);

  async function lookAtItsDatabase(): Promise<Finding[]> {
    let server: Server;
    try {
      server = await openServer(config, () => undefined, { shareRunning: true });
    } catch (error) {
      return [fault('database', (error as Error).message, 'See the line above, then try again')];
    }
    try {
      return await lookAtDatabase(server.url, MIGRATIONS);
    } finally {
      await server.stop();
    }
  }
}

const SIGNS = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const;

const inWords = ({ subject, state, text, advice }: Finding): string =>
  `${SIGNS[state]} ${subject}: ${text}\n${advice ? `        -> ${advice}\n` : ''}`;
