import { type ClaimDraft } from '../claim-draft.js';
import { type Stance, type WorthReason } from '../model.js';
import { WordClass } from '../languages/word-class.js';
import { type Reading } from '../reading.js';
import { hasClass } from './has-class.js';
import { worthWeights } from './worth-weights.js';

/** A score between 0 and 1 and the named reasons whose weights add up to it on the log-odds scale. */
export interface Worth {
  readonly checkWorthiness: number;
  readonly reasons: readonly WorthReason[];
}

/** Judges how much a newsroom would want each claim checked. */
export function judgeWorth(
  reading: Reading,
  claims: readonly ClaimDraft[],
  stances: readonly Stance[],
  signs: Uint32Array,
): Worth[] {
  void signs;
  const { tokens, language } = reading;
  return claims.map((claim, index): Worth => {
    const names = new Set<string>(['base']);
    let words = 0;
    const [first] = claim.parts;
    for (const part of claim.parts)
      for (let i = part.from; i < part.to; i++) {
        const token = tokens[i];
        if (!token) continue;
        if (token.kind === 'number') names.add('number');
        if (token.kind !== 'word') continue;
        words++;
        for (const topic of language.topicOf.get(token.core) ?? language.topicOf.get(token.stem) ?? [])
          names.add(topic);
        if (hasClass(token, WordClass.opinion)) names.add('opinion');
        if (hasClass(token, WordClass.firstPerson)) names.add('first-person');
        if (hasClass(token, WordClass.place | WordClass.organization) || (token.capital && i > (first?.from ?? 0)))
          names.add('named-entity');
      }
    if (words < 5) names.add('short');
    const stance = stances[index];
    if (stance && stance !== 'ASSERTED') names.add(stance.toLowerCase());
    if (claim.quote !== null) names.add('attributed');
    if (claim.rule === 'caption') names.add('caption');
    if (claim.rule.startsWith('relative')) names.add('relative');
    const reasons = [...names]
      .map((name) => ({ name, weight: worthWeights[name] ?? 0 }))
      .filter((reason) => reason.weight !== 0);
    const sum = reasons.reduce((total, reason) => total + reason.weight, 0);
    return { checkWorthiness: Math.round(1000 / (1 + Math.exp(-sum))) / 1000, reasons };
  });
}
