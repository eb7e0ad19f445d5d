import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstLoad } from './firstLoad.ts';

const server = process.env.TINGTING_DEV_SERVER ?? 'http://127.0.0.1:8081';

/** What the Java server answers itself; everything else is a page of this app. */
const serverPaths = [
  '/api',
  '/ws',
  '/media',
  '/health',
  '/socket.io',
  '/auth',
  '/messages',
  '/groups',
];

export default defineConfig({
  plugins: [react(), tailwindcss(), firstLoad()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: 'localhost',
    strictPort: true,
    proxy: Object.fromEntries(
      serverPaths.map((path) => [
        // The pattern ends at a segment, so that `/wsx` stays a page.
        `^${path.replace('.', '\\.')}(/|\\?|$)`,
        { target: server, ws: true, changeOrigin: false, xfwd: true },
      ]),
    ),
  },
  build: {
    // Hashed names only, so that the server may call everything under /assets immutable.
    assetsDir: 'assets',
    // Inlined fonts and images would be `data:` URLs, which the page's policy forbids for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Browsers that know light-dark() and Intl.Segmenter (spring 2024).
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    // The emoji data are large, and fetched when the picker opens.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Left alone, each shared module becomes a chunk of a few hundred bytes.
          groups: [
            {
              // Changes only with an upgrade: stays in caches over many releases.
              name: 'vendor',
              test: /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|zustand|clsx|tailwind-merge)\//,
            },
            // What the entry itself needs; the rest of these folders comes with who uses it.
            { name: 'core', test: /(web\/src\/(client|ui)|sdk\/src)\//, tags: ['$initial'] },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
