import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** From the lightest to the darkest; white text is readable on 7 and darker. */
const isnad: MantineColorsTuple = [
  '#eefaf7',
  '#d9f0eb',
  '#b0e0d7',
  '#83cfc1',
  '#5bbfae',
  '#35a897',
  '#1f8d7e',
  '#157064',
  '#0f5f57',
  '#0a4843',
];

/** Read by Mantine at run time, and by the build, which writes it as a style sheet. */
export const theme = createTheme({
  primaryColor: 'isnad',
  colors: { isnad },
  primaryShade: { light: 7, dark: 7 },
  fontFamily: "'IBM Plex Sans Arabic', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  // Less cuts the lower vowel signs of Arabic.
  lineHeights: { xs: '1.6', sm: '1.6', md: '1.6', lg: '1.6', xl: '1.6' },
  headings: { fontFamily: "'IBM Plex Sans Arabic', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // In its landmark, and with nothing among its items that is none.
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
  },
});
