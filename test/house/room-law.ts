/** The rooms in the order in which an article's text travels: a file uses its own room and those before it. */
export const ROOMS = [
  'core',
  'platform',
  'accounts',
  'articles',
  'claims',
  'tasks',
  'fact-checks',
  'integrations',
  'jobs',
  'main',
] as const;
export type Room = (typeof ROOMS)[number];

/** Libraries without clock, random, input or output, which the core may use. To add one is a decision: say why here. */
export const PURE_LIBRARIES: readonly string[] = [
  // Types alone: schema.org's own words, against which a ClaimReview is compiled.
  'schema-dts',
  // Tells whether what a model answered has the form that was asked for.
  'zod',
];

/** The room of a file such as `src/tasks/tasks.store.ts`, or null where it stands in none. */
export function roomOf(file: string): Room | null {
  const name = /^src\/([^/]+)\//.exec(file)?.[1];
  return ROOMS.find((room) => room === name) ?? null;
}

export const mayUse = (room: Room, used: Room): boolean => ROOMS.indexOf(used) <= ROOMS.indexOf(room);
