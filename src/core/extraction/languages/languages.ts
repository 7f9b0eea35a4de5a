import { arabic } from './ar/language.js';
import { english } from './en/language.js';
import { french } from './fr/language.js';
import { type Language } from './language.js';

/** Every language that the extractor knows, in the order in which a tie is settled. */
export const languages: readonly Language[] = [arabic, english, french];
