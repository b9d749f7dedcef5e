/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/e2e/',
    '<rootDir>/test/mongo/',
    '<rootDir>/test/kill/',
    // It measures time, and has the processor to itself: `npm run test:front`.
    '<rootDir>/test/front/cpu-time.test.ts',
  ],
  // Sources first: a compiled file that lies beside its source must not be tested in its place.
  moduleFileExtensions: ['ts', 'js', 'json'],
  transform: { '\\.ts$': 'babel-jest' },
  // How busy the machine is decides no test: a whole town over HTTP takes a second on an idle one, and ten on a busy one.
  testTimeout: 60_000,
  // The SDKs open sockets lazily; a test that leaves one open is a defect, so no forceExit here.
};
