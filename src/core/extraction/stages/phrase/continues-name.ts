import { type Token } from '../../draft.js';
import { WordClass } from '../../languages/word-class.js';
import { type Reading } from '../../reading.js';
import { hasClass } from '../has-class.js';
import { isGivenName } from './is-given-name.js';
import { HEADS } from './phrase-classes.js';

/** A preposition fused to a verbal noun, by its shape: «بانضمام», «لتنفيذ», «باستخدام». */
const FUSED_VERBAL_NOUN = /^[بل](?:ا.ت.ا.|ات.ا.|ان..ا.|است...?ا.|ت..ي.)ه?$/u;

/**
 * Whether the word at token `at`, not a known name or noun, carries on the personal name that began at token `name`;
 * `introduced` where an office or a title stands before that.
 */
export function continuesName(
  reading: Reading,
  name: number,
  introduced: boolean,
  at: number,
  strict: boolean,
): boolean {
  const { tokens, language } = reading;
  const token = tokens[at];
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!token) return false;
  const length = at - name;
  const given = (word: Token | undefined): boolean => word !== undefined && isGivenName(reading, word);
  if (language.nameParticleSet.has(before?.core ?? '')) return true;
  if (FUSED_VERBAL_NOUN.test(token.key)) return false;
  // «نفى سمير عادل وقوع أي وفاة»: here begins what the verb is about.
  if (!token.article && language.objectHeadSet.has(token.core) && next?.kind === 'word' && token.classes === 0)
    return false;
  if (token.article) {
    // «كيلي البالغة من العمر»
    const described =
      language.governs(token.key) && hasClass(next, WordClass.preposition) && !/(?:ي|يه)$/u.test(token.stem);
    if (described) return false;
    // «عيسى سالم الصباغ،»: nothing follows that could be its object's verb.
    if (
      length === 2 &&
      token.classes === 0 &&
      (!next || next.kind === 'punctuation' || hasClass(next, WordClass.complementiser))
    )
      return true;
    // «دعا سالم الدول …»: a surname alone, or a full name, takes no further noun.
    const surname = length === 1 && (given(tokens[name]) || introduced);
    return surname ? !strict || !hasClass(token, WordClass.noun) : /(?:ي|يه)$/u.test(token.stem);
  }
  if (hasClass(token, WordClass.noun | WordClass.modifier)) return length < 2;
  // «انتقد سالم غلاء الأسعار»: an unknown noun with its complement.
  const owned = next?.article === true && !hasClass(next, HEADS | WordClass.title | WordClass.modifier);
  return !(owned && token.classes === 0 && (length > 1 || !given(tokens[name])));
}
