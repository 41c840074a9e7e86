// Which file may know which. Each rule is proved by a planted violation in tests/boundaries/import-rules.test.ts.
const foundations = '(kernel|db|http|events|permissions|jobs|files|tax|pdf)'
const prisma = '^api/src/db/generated/|node_modules/(@prisma|pg)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'slices-meet-at-public',
      comment: 'A slice may call only what another names in its public.ts.',
      severity: 'error',
      from: { path: '^api/src/([^/]+)/' },
      to: { path: '^api/src/[^/]+/', pathNot: [`^api/src/${foundations}/`, '^api/src/$1/', '/public\\.ts$'] },
    },
    {
      name: 'foundations-know-no-slice',
      comment: 'What every slice stands on must not lean on one of them.',
      severity: 'error',
      from: { path: `^api/src/${foundations}/` },
      to: { path: '^api/src/[^/]+/', pathNot: `^api/src/${foundations}/` },
    },
    {
      name: 'rules-are-pure',
      comment:
        'Rules, states, calculations and file formats reach no database, no web server and no Node module, by any way.',
      severity: 'error',
      from: { path: '^api/src/.+-(rules|state|calc|file)\\.ts$' },
      to: {
        path: `${prisma}|node_modules/express/|^node:|^(fs|path|crypto|os|http|stream|child_process)$`,
        reachable: true,
      },
    },
    {
      name: 'only-stores-know-prisma',
      comment:
        'Rows are written by the store of their slice; tests/boundaries/house-rules.test.ts sees to the calls themselves.',
      severity: 'error',
      from: {
        path: '^api/src/[^/]+/',
        pathNot: ['^api/src/(db|jobs|http)/', '-store\\.ts$', '/(get|list|see|load)-[^/]+\\.ts$'],
      },
      to: { path: prisma, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-routes-know-express',
      comment: 'The web server is a way in, not a part of the work.',
      severity: 'error',
      from: { path: '^api/src/', pathNot: ['^api/src/http/', '^api/src/[^/]+\\.ts$', '/routes\\.ts$'] },
      to: { path: 'node_modules/(@types/)?(express|multer|cookie-parser|helmet|compression)/' },
    },
    {
      name: 'commands-know-no-http',
      comment: 'A command knows the shape of its call, not how it came in. Tokens and paces are plain words to it.',
      severity: 'error',
      from: { path: '^api/src/[^/]+/', pathNot: ['^api/src/http/', '/routes\\.ts$'] },
      to: { path: '^api/src/http/', pathNot: '/(authenticate|pace)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'screens-know-only-kit',
      comment: 'A screen talks to the server through the contract, and to the other screens not at all.',
      severity: 'error',
      from: { path: '^(worker-ui|admin-ui)/' },
      to: { path: '^(api|prisma|tests|scripts|worker-ui|admin-ui)/', pathNot: '^$1/' },
    },
    {
      name: 'kit-stands-alone',
      comment: 'Both sides are built from the kit, so it is built from neither.',
      severity: 'error',
      from: { path: '^kit/' },
      to: { path: '^(api|worker-ui|admin-ui|prisma|tests|scripts)/' },
    },
    {
      name: 'contract-is-only-zod',
      comment: 'The contract is read by both sides and by tools; it brings nothing along but zod.',
      severity: 'error',
      from: { path: '^kit/contract/' },
      to: { pathNot: ['^kit/contract/', '^kit/surfaces/[^/]+/answer\\.ts$', 'node_modules/zod/'] },
    },
    {
      name: 'surface-rules-are-pure',
      comment: 'What checks, compares and writes answers runs on the server too: no screen parts, no Node modules.',
      severity: 'error',
      from: {
        path: '^kit/surfaces/[^/]+/(answer|check|compare|formats|format-[^/]+|export-[^/]+|geometry|display-size)\\.ts$',
      },
      to: { path: 'node_modules/(react|react-dom|@mantine)/|\\.tsx$|^node:|^kit/ui/', reachable: true },
    },
    {
      name: 'no-screen-parts-in-the-server',
      comment: 'The server draws nothing.',
      severity: 'error',
      from: { path: '^api/src/' },
      to: { path: '\\.tsx$|node_modules/(react|react-dom|@mantine)/', reachable: true },
    },
    {
      name: 'no-tests-in-the-product',
      comment: 'Fixtures and helpers of tests do not ship.',
      severity: 'error',
      from: { path: '^(api/src|kit|worker-ui|admin-ui)/' },
      to: { path: '^tests/|\\.test\\.tsx?$' },
    },
  ],
  options: {
    // Types count: a rule that knows the shape of a row knows the database.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^api/src/db/generated/'] },
    exclude: { path: ['\\.test\\.tsx?$', '(^|/)dist/', '\\.(css|svg|woff2?)$', '^kit/ui/public/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
