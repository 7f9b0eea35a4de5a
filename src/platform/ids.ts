import { v7, validate } from 'uuid';

/** A new row id: UUID version 7, so that ids grow with time and the primary keys stay dense. */
export const newId = (): string => v7();

/** Whether a client's id can be an id at all. A malformed one is treated like an unknown one. */
export const isId = (value: string): boolean => validate(value);
