export const PAGE_SIZE = 50;
/** So many pages are held at once, however far one scrolls: a thousand rows. */
export const MOST_PAGES = 20;

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly endCursor: string | null;
  readonly hasNext: boolean;
}

export interface Rows<Row> {
  /** Rows known to be there, held or not. */
  readonly count: number;
  /** Whether more come after them. */
  readonly hasMore: boolean;
  /** The row at a place; undefined while its page is not held. */
  at(index: number): Row | undefined;
  indexOf(id: string): number;
  readonly held: readonly Row[];
  /** Nothing has been answered yet. */
  readonly isFirst: boolean;
  readonly error: unknown;
}

type RowLike = { readonly id: string; readonly version: number };
type FetchPage<Row> = (after: string | null) => Promise<Page<Row>>;

/**
 * A long list as a window of pages. It remembers where each page begins, which is little, and holds the pages around what
 * is looked at; others are let go and fetched again when one comes back. Rows are never joined in a cache that only grows.
 */
export class PageStore<Row extends RowLike> {
  private begins: (string | null)[] = [null];
  private pages = new Map<number, Page<Row>>();
  private readonly asked = new Map<number, string | null>();
  private ends: number | null = null;
  private seen: readonly [number, number] = [0, 0];
  private error: unknown = null;
  private readonly listeners = new Set<() => void>();
  private shown: Rows<Row>;
  private refreshing: Promise<void> | null = null;
  private again = false;

  constructor(private readonly fetchPage: FetchPage<Row>) {
    this.shown = this.show();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): Rows<Row> => this.shown;

  /** Rows `first` to `last` are looked at: fetches what is missing there and beside, lets go what is far. */
  see(first: number, last: number): void {
    this.seen = [Math.floor(first / PAGE_SIZE), Math.floor(last / PAGE_SIZE)];
    const known = this.begins.length - 1;
    for (let page = Math.max(0, this.seen[0] - 1); page <= Math.min(known, this.seen[1] + 1); page++) {
      if (!this.pages.has(page)) void this.load(page);
    }
  }

  /** A row has changed: shown at once where it stands. An older version than the one held changes nothing. */
  patch(row: Row): void {
    for (const [number, page] of this.pages) {
      const index = page.rows.findIndex(({ id }) => id === row.id);
      if (index < 0) continue;
      if (page.rows[index]!.version > row.version) return;
      this.pages.set(number, { ...page, rows: page.rows.with(index, row) });
      return this.tell();
    }
  }

  /** Asks for the held pages anew, one after the other: where one ends now, the next begins. */
  refresh(): Promise<void> {
    if (this.refreshing) {
      this.again = true;
      return this.refreshing;
    }
    this.refreshing = this.refreshHeld().finally(() => {
      this.refreshing = null;
      if (!this.again) return;
      this.again = false;
      void this.refresh();
    });
    return this.refreshing;
  }

  private async refreshHeld(): Promise<void> {
    const held = [...this.pages.keys()].sort((a, b) => a - b);
    for (const number of held.length ? held : [0]) {
      // The page before may have turned out to be the last.
      if (number >= this.begins.length) break;
      await this.load(number, true);
    }
  }

  private async load(number: number, anew = false): Promise<void> {
    const after = this.begins[number]!;
    if (!anew && this.asked.has(number) && this.asked.get(number) === after) return;
    this.asked.set(number, after);
    try {
      const page = await this.fetchPage(after);
      // Where it begins has moved meanwhile: somebody has asked for it anew.
      if (this.begins[number] !== after) return;
      this.error = null;
      this.keep(number, page);
    } catch (error) {
      this.error = error;
    } finally {
      if (this.asked.get(number) === after) this.asked.delete(number);
    }
    this.tell();
  }

  private keep(number: number, page: Page<Row>): void {
    this.pages.set(number, page);
    if (page.hasNext) {
      this.begins[number + 1] = page.endCursor;
      if (this.ends !== null && this.ends <= number) this.ends = null;
    } else {
      this.begins.length = number + 1;
      this.ends = number;
      for (const later of this.pages.keys()) if (later > number) this.pages.delete(later);
    }
    this.letGo();
  }

  private letGo(): void {
    const [first, last] = this.seen;
    const distance = (page: number) => (page < first ? first - page : page > last ? page - last : 0);
    const farthest = [...this.pages.keys()].sort((a, b) => distance(b) - distance(a));
    for (const page of farthest.slice(0, Math.max(0, this.pages.size - MOST_PAGES))) this.pages.delete(page);
  }

  private tell(): void {
    this.shown = this.show();
    for (const listener of this.listeners) listener();
  }

  private show(): Rows<Row> {
    const pages = new Map(this.pages);
    const last = this.begins.length - 1;
    const lastRows = pages.get(last)?.rows.length ?? 0;
    return {
      count: last * PAGE_SIZE + (this.ends === last ? (pages.has(last) ? lastRows : PAGE_SIZE) : lastRows),
      hasMore: this.ends === null,
      at: (index) => pages.get(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE],
      indexOf(id) {
        for (const [number, { rows }] of pages) {
          const index = rows.findIndex((row) => row.id === id);
          if (index >= 0) return number * PAGE_SIZE + index;
        }
        return -1;
      },
      held: [...pages.keys()].sort((a, b) => a - b).flatMap((number) => [...pages.get(number)!.rows]),
      isFirst: pages.size === 0 && !this.error,
      error: this.error,
    };
  }
}
