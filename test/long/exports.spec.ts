import { type Crowd, measureExport, startCrowd } from '../integrations/large-exports.js';

const MANY = 200_000;

let crowd: Crowd;
beforeAll(async () => void (crowd = await startCrowd(MANY, 500)), 10 * 60_000);
afterAll(() => crowd.database.drop());

it('holds no more in memory for two hundred thousand tasks than for a thousand', async () => {
  const { rows, ids, bytes, growth } = await measureExport(crowd);
  expect([rows, ids]).toEqual([MANY, MANY]);
  expect(bytes).toBeGreaterThan(200_000_000);
  expect(growth).toBeLessThan(25_000_000);
});
