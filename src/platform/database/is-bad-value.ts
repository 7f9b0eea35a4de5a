/** PostgreSQL's class 22, data exception: a NUL in a text, a date out of range, a cursor's key of another type. */
const DATA_EXCEPTION = /\bCode: `22\w{3}`/;

/** Whether an error says that a value which a client sent cannot be stored or compared by the database. */
export const isBadValue = (error: unknown): boolean => error instanceof Error && DATA_EXCEPTION.test(error.message);
