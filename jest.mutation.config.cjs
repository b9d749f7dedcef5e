// The tests that `npm run test:mutation` asks, by folder of test/domain: the examples, which are pure and the same each time. A
// property test draws other values on each run, so that what it finds by chance would count now and not the next time.
const base = require('./jest.config.cjs');
const folders = (process.env.MUTATION_TESTS ?? '').split(',').filter((name) => name !== '');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  roots:
    folders.length === 0 ? ['<rootDir>/test/domain'] : folders.map((name) => `<rootDir>/test/domain/${name}`),
  testPathIgnorePatterns: [...base.testPathIgnorePatterns, '\\.property\\.test\\.ts$'],
};
