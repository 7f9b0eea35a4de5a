import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ExampleVariable {
  readonly name: string;
  readonly value: string;
  /** The comment above it, in one line. */
  readonly comment: string;
}

/** The variables of .env.example with what is said about each. */
export function readEnvExample(root: string): ExampleVariable[] {
  const blocks = readFileSync(join(root, '.env.example'), 'utf8').split(/\n{2,}/);
  return blocks.flatMap((block) => {
    const lines = block.trim().split('\n');
    const comment = lines
      .filter((line) => line.startsWith('#'))
      .map((line) => line.slice(1).trim())
      .join(' ');
    return lines
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        const [name = '', ...rest] = line.split('=');
        return { name, value: rest.join('='), comment };
      });
  });
}
