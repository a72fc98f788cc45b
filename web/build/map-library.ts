import { type Plugin, transformWithOxc } from 'vite';

/** Modules that the thread that reads tiles needs, but for the one it begins with. */
const shared = new Set<string>();

/** A field of a class without a value is a type alone: what a parent's constructor has set stays. */
const AS_RELEASED = {
  tsconfig: false,
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
} as const;

/**
 * The map library is released as two files that hold much the same: one for the page, one for the thread that
 * reads tiles. Built from its sources the two share what both need, and what no screen uses is left out.
 *
 * @param source - the folder of the library's sources
 */
export function sharedMapLibrary(source: string): Plugin {
  const worker = `${source}/source/worker.ts`;
  return {
    name: 'shared-map-library',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer = '') => {
      if (id === 'maplibre-gl')
        // React's wrapper would fetch the whole of it where it is handed none.
        return importer.includes('/@vis.gl/') ? '\0no-other-map-library' : `${source}/index.ts`;
      // A form of tiles that neither this server gives nor an archive for it may hold.
      if (id === '@maplibre/mlt') return '\0no-maplibre-tiles';
      return id.startsWith('maplibre-gl/dist/maplibre-gl-worker.mjs') ? '\0map-worker-url' : null;
    },
    load(id) {
      if (id === '\0no-other-map-library') return 'export {};';
      if (id === '\0no-maplibre-tiles')
        return "export const GEOMETRY_TYPE = {}; export const decodeTile = () => { throw new Error('no MapLibre tiles'); };";
      if (id !== '\0map-worker-url') return null;
      const file = this.emitFile({ type: 'chunk', id: worker, name: 'map-worker' });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
    transform(code, id) {
      if (!id.startsWith(source) || !id.endsWith('.ts')) return null;
      return transformWithOxc(code, id, AS_RELEASED);
    },
    buildEnd() {
      const importsOf = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
      const open = [...importsOf(worker)];
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (shared.has(id)) continue;
        shared.add(id);
        open.push(...importsOf(id));
      }
    },
  };
}

/** The files that become of it; which modules are shared is known once all are read. */
export const mapLibraryGroups = [
  { name: 'map-shared', test: (id: string) => shared.has(id), priority: 1 },
  {
    name: 'map-library',
    test: /node_modules[\\/](maplibre-gl[\\/]src[\\/](?!source[\\/]worker\.ts)|@vis\.gl[\\/])/,
  },
];
