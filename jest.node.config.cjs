// The unit tests, for the versions of Node beside the oldest: what can differ by Node, without what takes long.
const base = require('./jest.config.cjs');

/** @type {import('jest').Config} */
module.exports = {
  ...base,
  // What Babel made for one version is not taken for another's.
  cacheDirectory: `<rootDir>/build/jest-node${process.versions.node.split('.')[0]}`,
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    '\\.property\\.test\\.ts$',
    '<rootDir>/test/(?:demo|fault|front|journeys)/',
    // They hold documents and files, which are the same on every Node.
    '<rootDir>/test/project/',
  ],
};
