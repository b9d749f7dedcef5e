// What may import what: `npm run boundaries` holds the lists of scripts/boundaries.cjs.
const { ALLOWED } = require('./scripts/boundaries.cjs');

/** The path of what a list names. Type packages stand for the packages they describe. */
function pathOf(name) {
  if (name === 'node') return '^(node:)?(' + require('node:module').builtinModules.join('|') + ')$';
  if (!name.startsWith('npm:')) return `^src/${name}/`;
  const bare = name.slice(4).replace(/[.]/g, '\\.');
  return `^node_modules/(${bare}|@types/${bare})/`;
}

const only = Object.entries(ALLOWED).map(([folder, allowed]) => ({
  name: `${folder}-imports-only-what-is-listed`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { pathNot: [`^src/${folder}/`, ...allowed.map(pathOf)] },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src' }, to: { circular: true } },
    {
      name: 'every-folder-has-a-list',
      severity: 'error',
      from: { path: '^src', pathNot: `^src/(${Object.keys(ALLOWED).join('|')})/` },
      to: {},
    },
    ...only,
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // The test's tree has node_modules by a link.
    preserveSymlinks: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
