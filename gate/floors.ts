/**
 * Floors and doors, for dependency-cruiser: which room may import which. Imports of types count as
 * imports. Every rule says what is forbidden; `name` is what a failure prints first.
 */
import type { IConfiguration, IRegularForbiddenRuleType } from 'dependency-cruiser';

type Rule = IRegularForbiddenRuleType;

/** Edges between features, `from → to`. Whatever else two features share, the page composes. */
const featureEdges: Record<string, readonly string[]> = {
  search: ['articles'],
  moderation: ['comments'],
  comments: ['outbox'],
};

/** Tests, and the suite that tests of both engines run. */
const tests = '([.](test|spec)[.]tsx?|^server/storage/conformance([.]ts|/.*)|^(server/api-contract|e2e)/.*)$';
const npm = '(^|/)node_modules/';

/** `room` may import itself, packages, Node and `allowed`; its tests may import what `inTests` adds. */
function room(
  name: string,
  path: string,
  allowed: readonly string[],
  inTests: readonly string[] = [],
): Rule[] {
  const own = [path, npm, ...allowed];
  return [
    {
      name,
      severity: 'error',
      from: { path, pathNot: tests },
      to: { pathNot: own, dependencyTypesNot: ['core'] },
    },
    {
      name: `${name}-tests`,
      severity: 'error',
      from: { path: `(?=${path}).*${tests}` },
      to: { pathNot: [...own, ...inTests], dependencyTypesNot: ['core'] },
    },
  ];
}

const forbid = (name: string, from: Rule['from'], to: Rule['to']): Rule => ({
  name,
  severity: 'error',
  from,
  to,
});

const doors = '^src/features/[^/]+/index[.]ts$';
const pageRenderer = '^src/render[.]tsx$';

const listedEdges = Object.entries(featureEdges).map(([from, to]) =>
  forbid(
    `feature-edge-${from}`,
    { path: `^src/features/${from}/` },
    {
      path: '^src/features/',
      pathNot: [`^src/features/${from}/`, `^src/features/(${to.join('|')})/index[.]ts$`],
    },
  ),
);

const forbidden: Rule[] = [
  // Ground.
  forbid(
    'contract-is-ground',
    { path: '^contract/', pathNot: tests },
    { pathNot: ['^contract/', `${npm}valibot/`] },
  ),
  ...room('contract-tests', '^contract/', []),

  // The browser app: four floors, imports point down.
  ...room('src-meets-server-in-contract', '^src/', ['^contract/']),
  ...room('floor-1-platform', '^src/platform/', ['^contract/', '^src/i18n/']),
  ...room('floor-1-i18n', '^src/i18n/', ['^contract/', '^src/platform/']),
  ...room('floor-2-ui', '^src/ui/', ['^contract/', '^src/(platform|i18n)/']),
  ...room('floor-3-features', '^src/features/', ['^contract/', '^src/(platform|i18n|ui)/']),
  ...room('floor-4-app', '^src/app/', ['^contract/', '^src/(platform|i18n|ui|features)/']),
  // Beside the floors: it runs without a page, and no page runs it.
  ...room('worker', '^src/worker/', ['^contract/', '^src/platform/kept[.]ts$']),
  forbid(
    'worker-beside-the-app',
    { path: '^src/', pathNot: '^src/(worker/|service-worker[.]ts$|[^/]+[.]test[.]ts$)' },
    { path: '^src/worker/' },
  ),
  forbid(
    'entries-are-roofs',
    { pathNot: '^(server|gate)/|^src/[^/]+[.]test[.]ts$' },
    { path: '^src/[^/]+[.]tsx?$', pathNot: '[.]d[.]ts$' },
  ),
  forbid(
    'no-edge-between-features',
    { path: '^src/features/([^/]+)/', pathNot: `^src/features/(${Object.keys(featureEdges).join('|')})/` },
    { path: '^src/features/', pathNot: '^src/features/$1/' },
  ),
  ...listedEdges,
  forbid(
    'through-the-door',
    { path: '^src/', pathNot: '^src/features/' },
    { path: '^src/features/', pathNot: doors },
  ),
  forbid(
    'no-node-in-the-browser',
    { path: '^src/', pathNot: [tests, pageRenderer] },
    { dependencyTypes: ['core'] },
  ),

  // The site.
  ...room('server-meets-src-in-contract', '^server/', ['^contract/', pageRenderer, '^package[.]json$']),
  forbid(
    'page-renderer-by-its-type',
    { path: '^server/' },
    { path: pageRenderer, dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'domain-is-pure',
    { path: '^server/domain/', pathNot: tests },
    { pathNot: ['^server/domain/', '^contract/'] },
  ),
  ...room('importing', '^server/importing/', ['^contract/', '^server/domain/']),
  ...room('storage', '^server/storage/', ['^contract/', '^server/domain/']),
  ...room('site-face', '^server/site-face/', [
    '^contract/',
    '^server/(domain|importing)/',
    '^server/start-error[.]ts$',
  ]),
  ...room(
    'http-through-the-port',
    '^server/http/',
    [
      '^contract/',
      '^server/(domain|importing)/',
      '^server/(config|storage/port|site-face/site-face)[.]ts$',
      pageRenderer,
    ],
    ['^server/'],
  ),
  ...room(
    'demo',
    '^server/demo/',
    ['^contract/', '^server/(domain|importing)/', '^server/storage/port[.]ts$'],
    ['^server/'],
  ),
  forbid(
    'only-storage-knows-the-database',
    // Who judges from outside may look whether a word was kept, each in one place.
    { pathNot: '^(server/storage/|e2e/site-process[.]ts$|bench/place[.]ts$)' },
    { path: [`${npm}(@types/)?(kysely|pg|pg-[^/]+|postgres)/`, '^(node:)?sqlite$'] },
  ),
  forbid(
    'only-importing-reads-markup',
    { path: '^(server|contract)/', pathNot: '^server/importing/' },
    { path: `${npm}(unified|remark-[^/]+|rehype-[^/]+|sharp)/` },
  ),
  forbid(
    'pictures-when-needed',
    { path: '^server/', pathNot: tests },
    { path: `${npm}sharp/`, dynamic: false },
  ),
  forbid(
    'server-runs-on-dependencies',
    { path: '^(server|contract)/', pathNot: [tests, '^server/(dev|build)[.]ts$'] },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),

  // What looks from outside.
  ...room('e2e-looks-from-outside', '^e2e/', [
    '^contract/',
    '^src/i18n/locales/',
    '^gate/browser[.]ts$',
    // Where a site of the run's engine keeps what it has.
    '^server/storage/conformance/test-database[.]ts$',
  ]),
  ...room('bench-looks-from-outside', '^bench/', ['^contract/', '^gate/(browser|postgres-server)[.]ts$']),
  ...room('gate', '^gate/', ['^contract/']),
  forbid('nobody-imports-tests', { pathNot: tests }, { path: tests, dependencyTypesNot: ['type-only'] }),

  forbid('no-cycle', {}, { circular: true }),
  forbid(
    'no-orphan',
    {
      orphan: true,
      pathNot: [
        '[.]d[.]ts$',
        tests,
        '[.]config[.]ts$',
        '^(server|bench|gate)/[^/]+[.]ts$',
        '^src/[^/]+[.]tsx?$',
      ],
    },
    {},
  ),
  forbid('resolves', {}, { couldNotResolve: true, pathNot: '^(virtual:|dist/)' }),
  forbid('listed-in-package-json', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
];

const configuration: IConfiguration = {
  forbidden,
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|public)/|[.](svg|woff2)$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
    },
  },
};

export default configuration;
