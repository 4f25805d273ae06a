import { join } from 'node:path';
import { defineConfig } from 'vite';

const lib = (file: string): string => join(import.meta.dirname, '../../libs', file);

/** Builds what runs in the browser into `dist/web`; the server finds the files by `manifest.json`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/assets/',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsDir: '.',
    // Files, not data URLs: the policy of the pages loads nothing but files of this server.
    assetsInlineLimit: 0,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
    rolldownOptions: { input: 'src/client.ts' },
  },
  resolve: {
    // Of our libs only what runs without Node: checking a proof, and the canonical JSON that it needs.
    alias: {
      '@klimaspur/proofs': lib('proofs/src/browser.ts'),
      '@klimaspur/event-store': lib('event-store/src/canonical.ts'),
    },
  },
});
