// Tests are compiled by Babel: fast, with no platform binary in the lock file. Types are checked by tsc.
module.exports = {
  presets: [
    ['@babel/preset-env', { targets: { node: 'current' } }],
    ['@babel/preset-typescript', { onlyRemoveTypeImports: true }],
  ],
};
