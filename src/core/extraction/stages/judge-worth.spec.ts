import { extract } from '../extract.js';
import { worthWeights } from './worth-weights.js';

describe('judgeWorth', () => {
  const worth = (text: string): number => extract(text, { language: 'en' }).claims[0]?.checkWorthiness ?? -1;

  it('puts deaths and sums of money before scenes', () => {
    const deaths = worth('The flood killed 14 people and destroyed 200 homes in the valley.');
    const scene = worth('The mayor visited the new library with his wife.');
    expect(deaths).toBeGreaterThan(scene);
    expect(deaths).toBeLessThanOrEqual(1);
    expect(scene).toBeGreaterThanOrEqual(0);
  });

  it('names the reasons whose weights add up to the score', () => {
    const [claim] = extract('The ministry paid 3 million dollars for the dam in 2019.', { language: 'en' }).claims;
    const sum = (claim?.reasons ?? []).reduce((total, reason) => total + reason.weight, 0);
    expect(claim?.checkWorthiness).toBeCloseTo(1 / (1 + Math.exp(-sum)), 2);
    for (const { name, weight } of claim?.reasons ?? []) expect(worthWeights[name]).toBe(weight);
  });
});
