// The contract of the store on the server that MONGODB_URI names; `.ci/mongo/run.sh` starts one of its own.
const base = require('./jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/mongo'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 30_000,
};
