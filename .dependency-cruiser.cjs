/** The arrows of the architecture: kernel ← db ← core ← realtime, web ← deploy; and, inside core, the order of its areas. */
const AREAS = [
  'audit',
  'identity',
  'catalog',
  'availability',
  'pricing',
  'ledger',
  'transfers',
  'booking',
  'payments',
  'partners',
  'party',
  'messaging',
  'reviews',
  'notifications',
  'search',
  'recommendations',
  'reports',
  'admin',
]
const TESTS = '[.](test|contract|fixture)[.]ts$|^test/|^e2e/|^bench/|/testing/'
const OURS = '^(core|db|realtime|web|deploy|test|e2e|bench)/'

const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    wall(
      'kernel-imports-nothing',
      'Values that every part shares know no part.',
      { path: '^core/kernel/', pathNot: TESTS },
      { path: OURS, pathNot: '^core/kernel/' },
    ),
    wall(
      'kernel-runs-in-browsers',
      'The kernel is open to the browser.',
      { path: '^core/kernel/', pathNot: `${TESTS}|^core/kernel/i18n/` },
      { dependencyTypes: ['core'] },
    ),
    wall(
      'db-imports-kernel-only',
      'The database knows rows, not rules.',
      { path: '^db/', pathNot: TESTS },
      { path: OURS, pathNot: '^(db|core/kernel)/' },
    ),
    wall(
      'core-knows-no-door',
      'One use-case, four doors: none of them is known to it.',
      { path: '^core/', pathNot: TESTS },
      { path: '^(realtime|web|deploy)/' },
    ),
    wall(
      'realtime-imports-core',
      'Rooms are a door.',
      { path: '^realtime/', pathNot: TESTS },
      { path: '^(db|web|deploy)/' },
    ),
    wall(
      'web-imports-core',
      'Pages and endpoints are a door.',
      { path: '^web/', pathNot: TESTS },
      { path: '^(db|realtime|deploy)/' },
    ),
    ...AREAS.slice(0, -1).map((area, index) =>
      wall(
        `core-order-${area}`,
        'Areas import earlier ones; news travels the other way, as events.',
        { path: `^core/${area}/`, pathNot: TESTS },
        { path: `^core/(${AREAS.slice(index + 1).join('|')})/`, dependencyTypesNot: ['type-only'] },
      ),
    ),
    wall(
      'ports-are-interfaces',
      'A port knows neither its adapters nor its users.',
      { path: '^core/ports/', pathNot: TESTS },
      { path: OURS, pathNot: '^core/(ports|kernel)/' },
    ),
    wall(
      'adapters-are-outside',
      'Adapters are chosen at start, by deploy.',
      { path: '^core/', pathNot: `^core/adapters/|${TESTS}` },
      { path: '^core/adapters/' },
    ),
    wall(
      'adapters-know-ports-only',
      'An adapter translates; rules live in the areas.',
      { path: '^core/adapters/', pathNot: TESTS },
      { path: `^core/(${AREAS.join('|')})/` },
    ),
    wall(
      'no-tests-in-production',
      'What runs for people imports nothing made for tests.',
      { path: OURS, pathNot: TESTS },
      { path: '[.]test[.]ts$|^(test|e2e|bench)/|^db/testing/' },
    ),
    wall(
      'no-cycles',
      'A cycle is one thing in several files.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    wall(
      'no-missing',
      'An import leads somewhere.',
      {},
      {
        couldNotResolve: true,
        pathNot: '^[$](app|env|lib|types)|^[.]{1,2}/[$]types|^[$]service-worker|^geojson$',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)node_modules/|^core/kernel/i18n/|^web/lib/client/|^build/|^[.]svelte-kit/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'browser', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.svelte', '.json', '.css'],
    },
    extraExtensionsToScan: ['.css', '.json'],
  },
}
