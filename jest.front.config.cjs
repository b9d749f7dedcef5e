// A hundred thousand malformed and hostile requests, and fifty thousand unsigned tokens: `npm run test:front`.
// `npm test` runs a slice of it.
const base = require('./jest.config.cjs');
process.env.FRONT_ROUNDS ??= '100000';
process.env.JUNK_TOKENS ??= '50000';

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/front/*.test.ts'],
};
