import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { preferences } from './preferences';

/** Mantine's colour scheme, kept with the other preferences and not in a place of its own. */
export function colourSchemeManager(): MantineColorSchemeManager {
  let stop = () => {};
  return {
    get: () => preferences.get().colours,
    // What Mantine is told of it sets again: only a change is one.
    set(colours: MantineColorScheme) {
      if (colours !== preferences.get().colours) preferences.change({ colours });
    },
    subscribe(onUpdate) {
      let last = preferences.get().colours;
      stop = preferences.subscribe(() => {
        const { colours } = preferences.get();
        if (colours === last) return;
        last = colours;
        onUpdate(colours);
      });
    },
    unsubscribe: () => stop(),
    clear: () => preferences.change({ colours: 'auto' }),
  };
}
