import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run dev:web` finds the server; the built client is served by the server itself. */
const server = process.env.API_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: folder('./web'),
  plugins: [react(), tailwindcss()],
  resolve: {
    // By path and not by the condition `source` of package.json, which other packages have as well.
    alias: [{ find: /^#(domain|contract)\/(.*)$/, replacement: `${folder('./server')}/$1/$2.ts` }],
  },
  build: {
    outDir: folder('./dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // The map library is a chunk of its own: it is fetched beside the frame and outlives its releases.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        advancedChunks: {
          groups: [
            { name: 'map-library', test: /node_modules[\\/](maplibre-gl|@vis\.gl|pmtiles)/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      // The client's own folder `api/` is served by Vite.
      '^/api/(?!.*\\.tsx?)': { target: server, changeOrigin: false },
      '/basemap': { target: server, changeOrigin: false },
    },
  },
});
