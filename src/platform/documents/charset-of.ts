/** The charset that a Content-Type names, as it writes it; null where it names none. */
export const charsetOf = (contentType: string): string | null =>
  /;\s*charset\s*=\s*"?([^\s;"]{1,40})/i.exec(contentType)?.[1] ?? null;
