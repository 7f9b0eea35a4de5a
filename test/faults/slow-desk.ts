import { type FreshDatabase, freshDatabase } from '../kit/fresh-database.js';
import { makeNewsroom } from '../kit/newsrooms.js';
import { killServices } from '../kit/service-process.js';
import { buildSlowService } from './build-slow-service.js';

/** A slow service to break, a database of its own for each test, and the key of somebody who may submit to it. */
export interface SlowDesk {
  /** The file that runs the slow service. */
  readonly entry: string;
  readonly database: FreshDatabase;
  /** Of somebody who may submit. */
  readonly key: string;
}

/** Call it at the top of a test file; what it returns is there while a test runs. */
export function useSlowDesk(): SlowDesk {
  let slowService: Awaited<ReturnType<typeof buildSlowService>>;
  let database: FreshDatabase;
  let key: string;

  beforeAll(async () => {
    slowService = await buildSlowService();
  });

  afterAll(() => slowService.remove());

  beforeEach(async () => {
    database = await freshDatabase();
    ({ key } = await (await makeNewsroom(database.app)).member('FACT_CHECKER'));
  });

  afterEach(async () => {
    await killServices();
    await database.drop();
  });

  return {
    get entry() {
      return slowService.entry;
    },
    get database() {
      return database;
    },
    get key() {
      return key;
    },
  };
}
