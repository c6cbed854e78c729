import { readFileSync } from 'node:fs';

const { $schema: _, ...swc } = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.build-', '<rootDir>/\\.test/'],
};

/** What has a project of its own: what needs no server, the launcher, which starts its own, the browser's walks, and what takes long. */
const OPENED_FROM_INSIDE = ['workflows', 'house', 'launcher', 'browser', 'mutants'];

export default {
  maxWorkers: 2,
  // A machine under load is no failure: what never answers is one, after this.
  testTimeout: 20_000,
  // The ESM mode of jest does not give everything back; a worker that has grown is replaced.
  workerIdleMemoryLimit: '512MB',
  projects: [
    { ...common, displayName: 'rules', testMatch: ['<rootDir>/test/workflows/**/*.test.ts'] },
    { ...common, displayName: 'house', testMatch: ['<rootDir>/test/house/**/*.test.ts'] },
    {
      ...common,
      displayName: 'launcher',
      testMatch: ['<rootDir>/test/launcher/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/build-first.mjs',
    },
    {
      ...common,
      displayName: 'acceptance',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: OPENED_FROM_INSIDE.map((folder) => `<rootDir>/test/${folder}/`),
      globalSetup: '<rootDir>/test/support/start-cluster.mjs',
      globalTeardown: '<rootDir>/test/support/stop-cluster.mjs',
      testEnvironment: '<rootDir>/test/support/server-environment.mjs',
    },
    {
      ...common,
      // `npm run mutants`: whether the security tests notice when a guard is taken away.
      displayName: 'mutants',
      testMatch: ['<rootDir>/test/mutants/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/start-cluster.mjs',
      globalTeardown: '<rootDir>/test/support/stop-cluster.mjs',
      testEnvironment: '<rootDir>/test/support/server-environment.mjs',
    },
    {
      ...common,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/start-demo-city.mjs',
      globalTeardown: '<rootDir>/test/support/stop-cluster.mjs',
      testEnvironment: '<rootDir>/test/support/browser-environment.mjs',
    },
  ],
};
