import pg from 'pg';
import { benchDashboard } from './dashboard.js';
import { benchExtraction } from './extraction.js';
import type { Comparison } from './measure.js';
import { benchTaskList } from './task-list.js';
import { startThrowawayService } from './throwaway-service.js';

// `npm run bench`: each figure is a ratio of two things measured in turn in this one process, or of one to its budget.
// `-- --json` for one object.

const results: Comparison[] = await benchExtraction();
const service = await startThrowawayService();
const owner = new pg.Pool({ connectionString: service.ownerUrl, max: 1 });
results.push(...(await benchTaskList(service, owner)));
results.push(...(await benchDashboard(service, owner)));
await owner.end();
await service.close();

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ results })}\n`);
} else {
  for (const { name, ours, yardstick, ratio, bar, unit = 'ms' } of results) {
    const verdict = ratio <= bar ? 'ok' : 'ABOVE';
    const times = `${ours.toFixed(2)} ${unit} / ${yardstick.toFixed(2)} ${unit}`;
    process.stdout.write(
      `${verdict.padEnd(6)}${name.padEnd(44)}${ratio.toFixed(2).padStart(7)}  (bar ${bar})  ${times}\n`,
    );
  }
}
