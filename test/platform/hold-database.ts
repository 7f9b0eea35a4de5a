import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/start-embedded-postgres.js';

/** Starts the embedded database in the folder given, says where it is, and holds it until it is told to stop. */
const database = await startEmbeddedPostgres({
  dataDir: process.argv[2] as string,
  log: (line) => console.error(line),
});
process.on('SIGTERM', () => void database.stop().then(() => process.exit(0)));
console.log(database.url);
