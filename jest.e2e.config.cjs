/** The whole demo in a browser: `npm run test:e2e`. One story at a time, each with ports and data of its own. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/e2e'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.ts$': 'babel-jest' },
  maxWorkers: 1,
  testTimeout: 300_000,
};
