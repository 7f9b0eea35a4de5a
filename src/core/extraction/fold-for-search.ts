import { foldText } from './fold-text.js';

const ACCENTS = /[\u0300-\u036F]/gu;

/**
 * The form in which texts are searched: folded, and without the accents of Latin, Greek and Cyrillic letters as well, so
 * that «elise» finds «Élise». For extraction they stay: «où» and «ou» are two words. It has no way back to offsets.
 */
export const foldForSearch = (text: string): string =>
  foldText(text).text.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
