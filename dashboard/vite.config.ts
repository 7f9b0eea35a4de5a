import { join } from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from './compress-files.ts';
import { preloadFonts } from './preload-fonts.ts';
import { themeCss } from './theme-css.ts';

/** Where the service runs while `npm run dev -w dashboard` does. */
const SERVICE = process.env.ISNAD_PUBLIC_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    lingui({
      configPath: join(import.meta.dirname, 'lingui.config.ts'),
      failOnMissing: true,
      failOnCompileError: true,
    }),
    themeCss(),
    preloadFonts(),
    compressFiles(),
  ],
  // GraphiQL's older React stands beside ours.
  resolve: { dedupe: ['react', 'react-dom'] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy allows no data: address but those of images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/graphql': { target: SERVICE, ws: true }, '/api': SERVICE, '/n': SERVICE } },
});
