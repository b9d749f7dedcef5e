/** The built bot, killed at random moments: `npm run test:kill`, `KILLS=8 SEED=7 npm run test:kill`. */
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test/kill'],
  testMatch: ['**/*.test.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: { '\\.ts$': 'babel-jest' },
  maxWorkers: 1,
  testTimeout: 3_600_000,
};
