/** The one import direction (docs/architecture.md), held by `npm run check:imports`. */
const only = (name, from, allowed) => ({
  name,
  comment: `${from} may import only: ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${from}` },
  to: {
    path: '^(server|geodata|web|scripts|tests)/',
    pathNot: [from, ...allowed].map((path) => `^${path}`),
  },
});

export default {
  forbidden: [
    only('domain-is-the-root', 'server/domain/', []),
    only('contract-knows-domain', 'server/contract/', ['server/domain/']),
    only('geodata-knows-domain-and-contract', 'geodata/', ['server/domain/', 'server/contract/']),
    only('db-knows-domain-and-contract', 'server/db/', [
      'server/domain/',
      'server/contract/',
      'server/config.ts',
      'geodata/',
    ]),
    only('web-knows-domain-and-contract', 'web/', ['server/domain/', 'server/contract/']),
    {
      name: 'services-do-not-know-http',
      severity: 'error',
      from: { path: '^server/(services|tiles)/' },
      to: { path: '^server/(http|cli|app\\.ts|main\\.ts)' },
    },
    {
      name: 'http-and-cli-do-not-know-each-other',
      comment:
        'the command line starts the server by server/main.ts; what both write is server/output',
      severity: 'error',
      from: { path: '^server/(http|cli)/' },
      to: { path: '^server/(http|cli)/', pathNot: '^server/$1/' },
    },
    {
      name: 'http-does-not-know-what-starts-it',
      severity: 'error',
      from: { path: '^server/http/' },
      to: { path: '^server/(app|main)[.]ts' },
    },
    only('output-knows-domain-and-contract', 'server/output/', [
      'server/domain/',
      'server/contract/',
    ]),
    {
      name: 'no-feature-imports-another',
      severity: 'error',
      from: { path: '^web/features/([^/]+)/' },
      to: { path: '^web/features/', pathNot: '^web/features/$1/' },
    },
    {
      name: 'nothing-imports-scripts-or-tests',
      severity: 'error',
      from: { path: '^(server|geodata|web)/' },
      to: { path: '^(scripts|tests)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'no Node module in the domain; the only packages it may use are pure',
      severity: 'error',
      from: { path: '^server/domain/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^[.#]' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The parser reads no JSX: imports of .tsx are held by biome.json (noRestrictedImports).
    exclude: { path: '[.]tsx$' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
