// A hundred thousand malformed and hostile requests: `npm run test:front`. `npm test` runs a slice of it.
const base = require('./jest.config.cjs');
process.env.FRONT_ROUNDS ??= '100000';

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/front/front.test.ts'],
};
