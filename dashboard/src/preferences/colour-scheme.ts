import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { preferences } from './preferences';

/** Mantine's colour scheme, kept with the other preferences and not in a place of its own. */
export function colourSchemeManager(): MantineColorSchemeManager {
  let stop = () => {};
  return {
    get: () => preferences.get().colours,
    set: (colours: MantineColorScheme) => preferences.change({ colours }),
    subscribe(onUpdate) {
      stop = preferences.subscribe(() => onUpdate(preferences.get().colours));
    },
    unsubscribe: () => stop(),
    clear: () => preferences.change({ colours: 'auto' }),
  };
}
