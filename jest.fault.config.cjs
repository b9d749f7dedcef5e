// Ten thousand notices through every fault of Teams: `npm run test:fault`, `SEED=7 npm run test:fault`. `npm test` runs a slice of it.
const base = require('./jest.config.cjs');
process.env.FAULT_NOTICES ??= '10000';

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/fault/fault.test.ts'],
};
