// How the rules of the domain are mutated; `npm run test:mutation` (scripts/mutation.mjs) says which files, with which tests.

export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: { projectType: 'custom', configFile: 'jest.mutation.config.cjs' },
  coverageAnalysis: 'perTest',
  // Words are not rules: the tests of the cards and the documents hold them. Every other mutation counts.
  mutator: { excludedMutations: ['StringLiteral'] },
  // What the domain's tests read is copied, and nothing else.
  ignorePatterns: [
    '/*',
    '!/src',
    '!/test',
    '!/env',
    '!/*.json',
    '!/*.cjs',
    '/test/*',
    '!/test/domain',
    '!/test/support',
  ],
  // What was killed once is not asked again until the rule or its test changes.
  incremental: true,
  reporters: ['progress-append-only'],
  tempDirName: 'build/mutation/work',
};
