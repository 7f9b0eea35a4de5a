import { Injectable } from '@nestjs/common';
import { findNewsroomBySlug } from '../accounts/accounts.store.js';
import type { Newsroom } from '../generated/prisma/client.js';
import { Database, type Transaction } from '../platform/database/database.js';
import { type Connection, type PageRequest, readPageRequest, toConnection } from '../platform/graphql/connection.js';
import { RequestError } from '../platform/request-error.js';
import { type FactCheckRow, findPublished, type Published, type Stretch } from './fact-checks.store.js';

/** A page of a public list; null for a cursor that is none of it. */
export function readPublicPage(after: unknown, { list, first }: { list: string; first: number }): PageRequest | null {
  if (after !== undefined && typeof after !== 'string') return null;
  try {
    return readPageRequest({ first, after }, { list, parts: ['time', 'id'] });
  } catch (error) {
    if (error instanceof RequestError) return null;
    throw error;
  }
}

/** One row more than the page shows, which tells whether there is another page. */
export const stretchOf = ({ first, after }: PageRequest): Stretch => ({ take: first + 1, after });

export const pageOf = (
  page: PageRequest,
  published: readonly Published[],
  timeOf: (factCheck: FactCheckRow) => Date,
): Connection<Published> =>
  toConnection(
    page,
    published,
    ({ factCheck }) => [timeOf(factCheck).toISOString(), factCheck.id],
    () => Promise.reject(new Error('Public lists are not counted')),
  );

/** What anybody may read of a newsroom. */
@Injectable()
export class PublishedLists {
  constructor(private readonly database: Database) {}

  /** Null where there is no such newsroom; one that has not published yet has an empty list. */
  async find(
    slug: string,
    list: (tx: Transaction) => Promise<Published[] | null>,
  ): Promise<{ newsroom: Newsroom; published: readonly Published[] } | null> {
    const published = await this.database.forSystem('published').transaction(list);
    if (published?.[0]) return { newsroom: published[0].newsroom, published };
    const newsroom = await this.newsroom(slug);
    return newsroom && { newsroom, published: [] };
  }

  one(newsroomSlug: string, slug: string): Promise<Published | null> {
    return this.database.forSystem('published').transaction((tx) => findPublished(tx, newsroomSlug, slug));
  }

  newsroom(slug: string): Promise<Newsroom | null> {
    return this.database.forSystem('directory').transaction((tx) => findNewsroomBySlug(tx, slug));
  }
}
