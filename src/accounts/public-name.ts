import type { Newsroom } from '../generated/prisma/client.js';

/** The name under which a newsroom publishes and writes to people: that of the desk where it has set no other. */
export const publicNameOf = ({ publicName, name }: Pick<Newsroom, 'name' | 'publicName'>): string => publicName ?? name;
