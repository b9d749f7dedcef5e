// A hundred thousand malformed and hostile requests, fifty thousand unsigned tokens, and what each hostile body takes of the
// processor: `npm run test:front`. `npm test` runs a slice of the first two.
const base = require('./jest.config.cjs');
process.env.FRONT_ROUNDS ??= '100000';
process.env.JUNK_TOKENS ??= '50000';

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/front/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
