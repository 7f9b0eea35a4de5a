import { MOST_PAGES, PAGE_SIZE, PageStore } from './page-store';

interface Row {
  readonly id: string;
  readonly version: number;
}

/** A service with so many rows, which pages as ours does: after a cursor, by key. */
function service(total: number) {
  let rows = Array.from({ length: total }, (_, i): Row => ({ id: String(i).padStart(6, '0'), version: 1 }));
  const asked: (string | null)[] = [];
  return {
    asked,
    remove: (id: string) => void (rows = rows.filter((row) => row.id !== id)),
    add: (row: Row) => void (rows = [...rows, row].sort((a, b) => (a.id < b.id ? -1 : 1))),
    async page(after: string | null) {
      asked.push(after);
      const rest = rows.filter(({ id }) => after === null || id > after);
      const page = rest.slice(0, PAGE_SIZE);
      return { rows: page, endCursor: page.at(-1)?.id ?? null, hasNext: rest.length > PAGE_SIZE };
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

async function scroll(store: PageStore<Row>, from: number, to: number): Promise<void> {
  const step = from < to ? 50 : -50;
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) {
    store.see(at, at + 20);
    await settle();
  }
}

it('holds at most a thousand rows, however far one scrolls, and finds its way back', async () => {
  const { page, asked } = service(30_000);
  const store = new PageStore<Row>(page);
  await scroll(store, 0, 25_000);
  expect(store.get().held.length).toBeLessThanOrEqual(MOST_PAGES * PAGE_SIZE);
  expect(store.get().at(25_010)?.id).toBe('025010');
  expect(store.get().at(10)).toBeUndefined();
  expect(new Set(asked).size).toBe(asked.length);

  await scroll(store, 25_000, 0);
  expect(store.get().at(10)?.id).toBe('000010');
  expect(store.get().held.length).toBeLessThanOrEqual(MOST_PAGES * PAGE_SIZE);
});

it('knows its end', async () => {
  const store = new PageStore<Row>(service(250).page);
  expect(store.get().isFirst).toBe(true);
  await scroll(store, 0, 250);
  expect(store.get()).toMatchObject({ count: 250, hasMore: false, isFirst: false });
});

it('shows a change where it stands, and no older one after it', async () => {
  const store = new PageStore<Row>(service(150).page);
  await scroll(store, 0, 150);
  store.patch({ id: '000120', version: 3 });
  store.patch({ id: '000120', version: 2 });
  expect(store.get().at(120)).toEqual({ id: '000120', version: 3 });
});

it('asks anew without losing or doubling a row when some have gone or come', async () => {
  const source = service(350);
  const store = new PageStore<Row>(source.page);
  await scroll(store, 0, 350);
  source.remove('000005');
  source.remove('000120');
  source.add({ id: '000007b', version: 1 });
  await store.refresh();
  const ids = store.get().held.map(({ id }) => id);
  expect(ids).toHaveLength(349);
  expect(new Set(ids).size).toBe(349);
  expect(store.get()).toMatchObject({ count: 349, hasMore: false });
  expect(store.get().indexOf('000007b')).toBe(7);
});

it('shrinks to what is left', async () => {
  const source = service(150);
  const store = new PageStore<Row>(source.page);
  await scroll(store, 0, 150);
  for (let i = 60; i < 150; i++) source.remove(String(i).padStart(6, '0'));
  await store.refresh();
  expect(store.get()).toMatchObject({ count: 60, hasMore: false });
});

it('tells of a failure, keeps its rows, and tries again', async () => {
  const source = service(150);
  let fails = false;
  const store = new PageStore<Row>((after) => (fails ? Promise.reject(new Error('gone')) : source.page(after)));
  store.see(0, 20);
  await settle();
  fails = true;
  await store.refresh();
  expect(store.get().error).toEqual(new Error('gone'));
  expect(store.get().at(5)?.id).toBe('000005');
  fails = false;
  await store.refresh();
  expect(store.get().error).toBeNull();
});
