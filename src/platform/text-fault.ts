/** What is wrong with a text that a person wrote, or null: PostgreSQL stores neither NUL nor half a surrogate pair. */
export function textFault(value: string, most: number): string | null {
  if (value.length > most) return `has more than ${most} characters`;
  return value.includes('\0') || !value.isWellFormed() ? 'is not valid text' : null;
}

/** The same for a text that must say something. */
export const lineFault = (value: string, most: number): string | null =>
  value.trim() === '' ? 'is blank' : textFault(value, most);

export const isWebAddress = (value: string): boolean =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
