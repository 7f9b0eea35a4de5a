import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { theme } from './src/shell/theme.ts';

const NAME = 'virtual:theme.css';
const RESOLVED = '\0theme.css';

/** The theme's variables as a file: the page's policy forbids the style element that Mantine would write at run time. */
export const themeCss = (): Plugin => ({
  name: 'theme-css',
  resolveId: (id) => (id === NAME ? RESOLVED : undefined),
  load: (id) =>
    id === RESOLVED
      ? convertCssVariables(defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme)), ':root')
      : undefined,
});
