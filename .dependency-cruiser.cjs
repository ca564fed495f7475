// The walls between the parts (ARCHITECTURE.md). A part may import itself and what stands in its list, nothing else of ours.
const may = {
  domain: [],
  i18n: ['domain'],
  contract: ['domain'],
  catalog: ['domain'],
  db: ['domain'],
  switch: ['domain'],
  redirect: ['domain'],
  simulator: ['domain'],
  services: ['domain', 'catalog', 'db', 'switch', 'redirect'],
  http: ['domain', 'contract', 'i18n', 'services'],
  cli: ['domain', 'services', 'catalog', 'simulator'],
  web: ['domain', 'contract', 'i18n'],
}
const layers = Object.entries(may).map(([from, to]) => ({
  name: `${from}-imports-only-${to.join('-') || 'nothing'}`,
  severity: 'error',
  from: { path: `^src/${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^src/',
    pathNot: `^src/(${[from, ...to].join('|')})/${from === 'cli' ? '|^src/(app|config)\\.ts$' : ''}`,
  },
}))
module.exports = {
  forbidden: [
    ...layers,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'vendors-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/catalog/vendors/([^/]+)/' },
      to: { path: '^src/catalog/vendors/', pathNot: '^src/catalog/vendors/$1/' },
    },
    {
      name: 'ports-share-only-shared',
      severity: 'error',
      from: { path: '^src/http/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/http/', pathNot: '^src/http/($1|shared)/' },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
