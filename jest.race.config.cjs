// Two gatekeepers on one card, a thousand times: `npm run test:race`. `npm test` runs a slice of it.
const base = require('./jest.config.cjs');
process.env.RACE_ROUNDS ??= '1000';

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  testMatch: ['<rootDir>/test/journeys/claim-race.test.ts'],
};
