// The contract of the store on the server that MONGODB_URI names; `.ci/mongo/run.sh` starts one of its own.
const base = require('./jest.config.cjs');
// The race of two gatekeepers: in full here, as `npm run test:race` has it for the embedded database.
process.env.RACE_ROUNDS ??= '1000';

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/mongo'],
  testPathIgnorePatterns: ['/node_modules/'],
};
