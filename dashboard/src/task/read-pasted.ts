export interface Pasted {
  readonly url: string;
  readonly quotation: string;
}

/**
 * What was pasted as evidence: the first address in it, and the rest as the words quoted from there. An address that
 * stands alone leaves the quotation empty; a text without one is a quotation whose source is still to be named.
 */
export function readPasted(text: string): Pasted {
  const found = /https?:\/\/[^\s<>"'«»“”]+/.exec(text);
  if (!found) return { url: '', quotation: text.trim() };
  // A sentence's end, or a bracket around the address, is not part of it.
  const url = found[0].replace(/[.,;:!?،؛؟)\]}]+$/u, '');
  if (!URL.canParse(url)) return { url: '', quotation: text.trim() };
  const rest = text.slice(0, found.index) + text.slice(found.index + url.length);
  return { url, quotation: rest.replace(/[([{]\s*[)\]}]/g, '').trim() };
}
