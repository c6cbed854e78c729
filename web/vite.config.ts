import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run demo` listens: the console is developed against a running server. */
const SERVER = process.env['WENDAI_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    // The content security policy allows no inline script, and data: images are none either.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: { '/api': SERVER, '/healthz': SERVER },
    // The names of states and events in English stand beside the processes, for the pictures and for the console.
    fs: { allow: ['.', '../workflows'] },
  },
});
