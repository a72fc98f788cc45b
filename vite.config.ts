import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { mapLibraryGroups, sharedMapLibrary } from './web/build/map-library.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run dev:web` finds the server; the built client is served by the server itself. */
const server = process.env.API_URL ?? 'http://127.0.0.1:3000';

/** React Aria brings its few words in 34 languages; this application speaks two of them. */
const twoLanguages: Plugin = {
  name: 'two-languages',
  enforce: 'pre',
  load: (id) =>
    /\/react-aria[^?]*\/intl\/(?:.*\/)?(?!ja-JP|en-US)[a-z]{2}-[A-Z]{2}\.mjs$/.test(id)
      ? 'export default {}'
      : null,
};

/** zod comes with its writer of JSON Schema, which only the server's OpenAPI document is made by. */
const noJsonSchema: Plugin = {
  name: 'no-json-schema',
  enforce: 'pre',
  load: (id) => {
    if (!/\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/.test(id)) return null;
    const exported = readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm);
    return [...exported].map(([, name]) => `export const ${name} = () => {};`).join('\n');
  },
};

/** PMTiles brings an unpacker for browsers from before 2023, which have none of their own. */
const noOwnUnpacker: Plugin = {
  name: 'no-own-unpacker',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'fflate' && importer?.includes('/pmtiles/') ? '\0no-own-unpacker' : null,
  load: (id) =>
    id === '\0no-own-unpacker'
      ? "export const decompressSync = () => { throw new Error('no DecompressionStream'); };"
      : null,
};

/** Tells the service worker which files to keep. The font comes in hundred parts: those that are used are kept. */
const offlineFiles: Plugin = {
  name: 'offline-files',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const worker = bundle['sw.js'];
    if (worker?.type !== 'chunk') return;
    const built = Object.keys(bundle)
      .filter((name) => /^assets\/.*\.(js|mjs|css)$/.test(name))
      .map((name) => `/${name}`)
      .sort();
    const files = [...built, '/icon.svg', '/icon-192.png', '/manifest.webmanifest'];
    const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
    worker.code = worker.code
      .replaceAll('APP_FILES', JSON.stringify(files))
      .replaceAll('APP_VERSION', JSON.stringify(version));
  },
};

/** Each text once more as it goes over the wire: those of a first view were compressed anew for each. */
const compressedFiles: Plugin = {
  name: 'compressed-files',
  // As they were written: what they name of each other is filled in last.
  writeBundle({ dir = '' }, bundle) {
    for (const name of Object.keys(bundle))
      if (/^assets\/.*\.(js|mjs|css|svg|json)$/.test(name)) {
        const file = join(dir, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      }
  },
};

export default defineConfig({
  root: folder('./web'),
  plugins: [
    twoLanguages,
    noJsonSchema,
    noOwnUnpacker,
    sharedMapLibrary(folder('./node_modules/maplibre-gl/src')),
    react(),
    tailwindcss(),
    offlineFiles,
    compressedFiles,
  ],
  resolve: {
    // By path and not by the condition `source` of package.json, which other packages have as well.
    alias: [{ find: /^#(domain|contract)\/(.*)$/, replacement: `${folder('./server')}/$1/$2.ts` }],
  },
  build: {
    outDir: folder('./dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // What is handed on with the application is handed on with its licences.
    license: { fileName: 'licences.txt' },
    // The map library is a chunk of its own: it is fetched beside the frame and outlives its releases.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        main: folder('./web/index.html'),
        'service-worker': folder('./web/offline/service-worker.ts'),
      },
      output: {
        // A service worker has power over what lies beside and below it.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'sw.js' : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]|preload-helper/,
              priority: 2,
            },
            ...mapLibraryGroups,
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
