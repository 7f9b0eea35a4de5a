import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type * as SchemaEngineModule from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** The part of the global that TypeScript describes only together with the browser's types. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

interface MigrationFile {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The database was migrated by other files than these; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** "isnad" as a number: the advisory lock under which one process at a time migrates a database. */
const MIGRATION_LOCK = 0x69_73_6e_61;

/**
 * Applies the migrations in `folder` that the database lacks, in order, with Prisma's own engine, so that checksums and
 * rows of `_prisma_migrations` are Prisma's and `prisma migrate deploy` may take over at any time. Safe to run from
 * several processes at once: an advisory lock lets the second wait and then find nothing to do.
 * Returns the names of the migrations applied. `url` is the owner's. `only` leaves the others for a later run, as a
 * backup of an older version asks for.
 */
export async function migrate(url: string, folder: string, only?: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const files = readMigrations(folder).filter(({ name }) => !only || only.includes(name));
    if (!(await isBehind(client, files))) return [];
    return await applyWithPrismasEngine(url, folder, files);
  } finally {
    await client.end(); // gives the lock back
  }
}

/** Names of the migrations that a folder holds, in order. */
export const migrationNames = (folder: string): string[] => readMigrations(folder).map(({ name }) => name);

/** Names of the migrations that a database has, in order; none where it was never migrated. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const table = await client.query<{ there: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as there`,
  );
  if (!table.rows[0]?.there) return [];
  const { rows } = await client.query<{ name: string }>(
    `select migration_name as name from public._prisma_migrations
     where finished_at is not null and rolled_back_at is null order by 1`,
  );
  return rows.map(({ name }) => name);
}

function readMigrations(folder: string): MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Compares the files with Prisma's table; loading the engine is only worth its time where something is to be done. */
async function isBehind(client: pg.Client, files: MigrationFile[]): Promise<boolean> {
  const table = await client.query<{ there: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null as there`,
  );
  if (!table.rows[0]?.there) return true;
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    `select migration_name, checksum, finished_at from public._prisma_migrations where rolled_back_at is null`,
  );
  const applied = new Map(rows.map((row) => [row.migration_name, row]));
  for (const file of files) {
    const row = applied.get(file.name);
    if (row?.finished_at && row.checksum !== file.checksum) {
      throw new MigrationError(`Migration ${file.name} was changed after it had been applied: restore its file`);
    }
  }
  return files.some((file) => !applied.get(file.name)?.finished_at);
}

async function applyWithPrismasEngine(url: string, folder: string, files: MigrationFile[]): Promise<string[]> {
  const { SchemaEngine } = await schemaEngine();
  // A pool of our own: the engine would leave its connections open for as long as the process lives.
  const pool = new pg.Pool({ connectionString: url });
  pool.on('error', () => undefined);
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapter(pool));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    const result = await engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: 'migration_lock.toml', content: readFileSync(join(folder, 'migration_lock.toml'), 'utf8') },
        shadowDbInitScript: '',
        migrationDirectories: files.map((file) => ({
          path: file.name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: file.sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.appliedMigrationNames;
  } catch (error) {
    throw new MigrationError(`Migrating failed: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    engine.free();
    await pool.end();
  }
}

/**
 * Prisma's adapter cuts a script at every semicolon, also inside function bodies and comments. PostgreSQL takes the whole
 * script at once, and as one transaction: a migration that fails leaves nothing behind.
 */
class WholeScriptAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await connection.underlyingDriver().query(script);
    };
    return connection;
  }
}

let loaded: ReturnType<typeof loadSchemaEngine> | undefined;

/** Loaded once: its bindings know one WebAssembly instance, and a second would take the place of one that is at work. */
const schemaEngine = () => (loaded ??= loadSchemaEngine());

/** The package is written for bundlers; Node 20 cannot import .wasm, so its module is instantiated here. */
async function loadSchemaEngine(): Promise<typeof SchemaEngineModule> {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasmPath = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), {
    './schema_engine_bg.js': { ...bindings, ...timersThatLetGo(bindings) },
  });
  const setWasm = (bindings as unknown as { __wbg_set_wasm(exports: unknown): void }).__wbg_set_wasm;
  setWasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return bindings;
}

/**
 * The engine gives itself ten seconds to get Prisma's lock and never clears that timer: a command that migrates would
 * stay for as long after its work is done.
 */
function timersThatLetGo(bindings: object): Record<string, unknown> {
  const setters = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const setTimer = (work: () => void, ms: number) => setTimeout(work, ms >>> 0).unref();
  return Object.fromEntries(setters.map((name) => [name, setTimer]));
}
