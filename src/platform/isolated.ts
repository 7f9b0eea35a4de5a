const LONGEST = 300;

/** A name within isolates, so that its direction does not turn the sentence around, on one line and of a sane length. */
export const isolated = (name: string): string => {
  const line = name.replace(/[\u2066-\u2069\p{Cc}]/gu, ' ').trim();
  const characters = [...line];
  return `\u2068${characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : line}\u2069`;
};
