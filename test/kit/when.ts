/** Tests that need what not every machine has: they run where they can, and are named with the reason where not. */
export function describeWhen(condition: boolean, reason: string, name: string, tests: () => void): void {
  if (condition) describe(name, tests);
  else describe.skip(skipped(name, reason), tests);
}

export function itWhen(
  condition: boolean,
  reason: string,
  name: string,
  test: jest.ProvidesCallback,
  timeout?: number,
): void {
  if (condition) it(name, test, timeout);
  else it.skip(skipped(name, reason), test);
}

/** The test command reads the reason out of the title. */
const skipped = (name: string, reason: string) => `${name} [skipped: ${reason.replaceAll(/[[\]]/g, '')}]`;
