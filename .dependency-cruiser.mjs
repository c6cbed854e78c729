// Who may know whom (docs/decisions). Each rule has a planted violation in test/house/dependency-rule.test.ts.

/** The nouns with a process of their own. They meet through the engine's events, never through each other. */
const FEATURES = '(filing|coordination|support|committee|resolution|inquiry)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'rules-stand-alone',
      comment: 'A rule of the regulation depends on nothing but other rules and the calendar they count in.',
      severity: 'error',
      from: { path: '^workflows/rules/' },
      to: { pathNot: '^workflows/(rules|calendar)/' },
    },
    {
      name: 'the-calendar-stands-alone',
      comment: 'Working days follow from published notices alone.',
      severity: 'error',
      from: { path: '^workflows/calendar/' },
      to: { pathNot: '^workflows/calendar/' },
    },
    {
      name: 'a-process-knows-rules-and-xstate',
      comment: 'No clock, no I/O, no frame, nothing of src/; processes meet through events, never by import.',
      severity: 'error',
      from: { path: '^workflows/([^/]+)/', pathNot: '^workflows/(rules|calendar|proof)/' },
      to: {
        pathNot: [
          '^workflows/$1/',
          '^workflows/(rules|calendar)/',
          '^workflows/process\\.ts$',
          '(^|/)node_modules/xstate/',
        ],
      },
    },
    {
      name: 'the-vocabulary-knows-xstate-alone',
      comment: 'workflows/process.ts is what processes and engine agree on; it leans on neither.',
      severity: 'error',
      from: { path: '^workflows/process\\.ts$' },
      to: { pathNot: '(^|/)node_modules/xstate/' },
    },
    {
      name: 'proofs-stay-within-workflows',
      comment: 'The model checker proves every machine, so it may read them all; it is as pure as they are.',
      severity: 'error',
      from: { path: '^workflows/proof/' },
      to: { pathNot: ['^workflows/', '(^|/)node_modules/xstate/'] },
    },
    {
      name: 'features-meet-outside-each-other',
      comment: 'Through process, directory, access, policy, audit, notice, deadline and platform only.',
      severity: 'error',
      from: { path: `^src/${FEATURES}/` },
      to: { path: `^src/${FEATURES}/`, pathNot: '^src/$1/' },
    },
    {
      name: 'the-ground-knows-no-feature',
      comment: 'What every feature stands on (the engine above all) names none of them.',
      severity: 'error',
      from: { path: '^src/(process|deadline|audit|access|directory|policy|notice)/' },
      to: { path: `^src/${FEATURES}/` },
    },
    {
      name: 'the-platform-knows-no-noun',
      comment:
        'Config, database, errors, health: nothing of what the system is about, its vocabulary and days apart.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^(src|workflows)/', pathNot: ['^src/platform/', '^workflows/(process\\.ts$|calendar/)'] },
    },
    {
      name: 'production-knows-no-demo',
      comment: 'The demo stands on top; nothing that runs in production leans on it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/demo/' },
      to: { path: '^src/demo/' },
    },
    {
      name: 'migrations-stand-still',
      comment: 'A released migration must not change when the code does.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: '(^|/)node_modules/typeorm/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'acceptance-tests-speak-http',
      comment: 'They prove the built system from outside; only rules, house, launcher and engine are opened.',
      severity: 'error',
      from: { path: '^test/', pathNot: '^test/(workflows|house|launcher|process)/' },
      to: { path: '^(src|workflows|migrations)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'only-declared-packages',
      comment: 'What runs in production is a dependency by name, and none of it only for development.',
      severity: 'error',
      from: { path: '^(src|workflows|migrations)/', pathNot: '^src/demo/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'only-known-packages',
      comment: 'Even the demo, the tests and the benches use declared packages only.',
      severity: 'error',
      from: { path: '^(src/demo|test|bench)/' },
      // What they take from dist/ is not there before the first build.
      to: {
        pathNot: '(^|/)dist/',
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
