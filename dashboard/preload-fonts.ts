import type { Plugin } from 'vite';

const FIRST_SEEN = /ibm-plex-sans-arabic-(arabic|latin)-400-normal-[\w-]+\.woff2$/;

/** Has the two faces that every screen shows fetched with the page, not after its styles. */
export const preloadFonts = (): Plugin => ({
  name: 'preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_page, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => FIRST_SEEN.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${file}` },
          injectTo: 'head' as const,
        })),
  },
});
