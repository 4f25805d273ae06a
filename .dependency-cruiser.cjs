const lib = (name) => `^libs/${name}/`;
const test = '\\.spec\\.tsx?$|^libs/[^/]+/src/testing/';

/** A lib may import itself and the libs named here, and no other part of the house. */
const only = (from, ...allowed) => ({
  name: `${from}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: lib(from), pathNot: test },
  to: { path: '^(libs|apps)/', pathNot: [from, ...allowed].map(lib) },
});

/** Its package is large, and most installations never need it: loaded by `import()` where it is needed, by nothing else. */
const loadedWhenNeeded = (name, folder, package) => ({
  name: `${name}-is-loaded-when-needed`,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: [lib(folder), test] },
  to: {
    path: [lib(folder), `node_modules/${package}/`],
    dynamic: false,
    dependencyTypesNot: ['type-only'],
  },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Whoever imports in a circle cannot be understood one file at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    only('domain'),
    only('event-store', 'domain'),
    only('read-models', 'domain', 'event-store'),
    only('importers', 'domain'),
    only('exports', 'domain', 'event-store', 'read-models'),
    only('proofs', 'domain', 'event-store'),
    only('audit', 'event-store', 'proofs'),
    only('backup', 'event-store'),
    only('transfer', 'domain', 'event-store', 'proofs', 'backup'),
    only('links', 'domain'),
    only('vault'),
    only('files', 'domain'),
    only('messages'),
    only('settings'),
    {
      name: 'domain-needs-nothing',
      comment: 'What may happen to a plan depends on no package and no machine.',
      severity: 'error',
      from: { path: lib('domain'), pathNot: test },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg', 'core'] },
    },
    {
      name: 'proofs-need-only-node',
      comment: 'Anybody must be able to check a proof with nothing but this code.',
      severity: 'error',
      from: { path: lib('proofs'), pathNot: test },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'] },
    },
    {
      name: 'nest-lives-in-apps',
      comment: 'The framework is a door, not the house.',
      severity: 'error',
      from: { path: '^libs/' },
      to: {
        path: 'node_modules/(@nestjs|class-validator|class-transformer|rxjs|fastify|@fastify)/',
      },
    },
    {
      name: 'cli-knows-no-nest',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: {
        path: 'node_modules/(@nestjs|class-validator|class-transformer|rxjs|fastify|@fastify)/',
      },
    },
    {
      name: 'web-talks-http-only',
      comment:
        'What runs in the browser knows the API, not our libs; proofs are checked there because the server must not.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: test },
      to: { path: '^libs/', pathNot: lib('proofs') },
    },
    {
      name: 'apps-are-strangers',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-have-one-door',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: {
        path: '^libs/[^/]+/src/.+',
        pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/[^/]+/src/testing/index\\.ts$', '^$1/$2/'],
      },
    },
    {
      name: 'the-door-is-for-outsiders',
      comment: 'Inside a lib import the file: every circle came from importing the own index.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/$1/src/index\\.ts$' },
    },
    loadedWhenNeeded('the-log-server', 'event-store/src/eventstoredb', '@eventstore'),
    loadedWhenNeeded('postgresql', 'vault/src/postgres', 'pg'),
    {
      name: 'later-loads-name-a-file',
      comment:
        'The build does not rewrite @klimaspur/… within import(): it would fail in dist alone.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: test },
      to: { path: '^libs/', dynamic: true, dependencyTypes: ['aliased'] },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: test },
      to: { path: '^libs/[^/]+/src/testing/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
