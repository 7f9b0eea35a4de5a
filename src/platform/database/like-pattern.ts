/** A pattern for SQL's LIKE that finds `part` anywhere, taking its own % and _ literally. */
export const likePattern = (part: string): string => `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
