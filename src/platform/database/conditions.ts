import { Prisma } from '../../generated/prisma/client.js';

/** The conditions of a list's filter, all of which must hold. */
export class Conditions {
  private readonly parts: Prisma.Sql[] = [];

  /** Adds what `condition` makes of a value that was given. */
  add<Value>(value: Value | null | undefined, condition: (value: Value) => Prisma.Sql): this {
    if (value == null) return this;
    // PostgreSQL's text cannot hold NUL and refuses to compare with it: no row has it.
    const isNowhere = typeof value === 'string' && value.includes('\0');
    this.parts.push(isNowhere ? Prisma.sql`false` : condition(value));
    return this;
  }

  /** `where …`, or nothing where there is no condition. */
  where(): Prisma.Sql {
    return this.parts.length ? Prisma.sql`where ${Prisma.join(this.parts, ' and ')}` : Prisma.empty;
  }
}
