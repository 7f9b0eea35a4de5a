import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8: the same text is the same article. */
export const hashText = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(text).digest());

export const withHash = <Texted extends { readonly text: string }>(texted: Texted) => ({
  ...texted,
  textHash: hashText(texted.text),
});
