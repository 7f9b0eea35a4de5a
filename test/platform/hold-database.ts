import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start-embedded-postgres.js';
import { onStopSignal } from '../../src/platform/stop-signals.js';

/** Starts the embedded database in the folder given, says where it is, and holds it until it is told to stop. */
const database = await startEmbeddedPostgres({
  dataDir: process.argv[2] as string,
  log: (line) => console.error(line),
});
// The test that held the other end is gone, however it ended.
process.stdin.resume().once('end', () => process.kill(process.pid, 'SIGTERM'));
onStopSignal((signal) => {
  console.log(`drains after ${signal}`);
  setTimeout(() => void database.stop().then(() => process.exit(0)), 300);
});
console.log(database.url);
