import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const { ALLOWED } = jest.requireActual<{
  readonly ALLOWED: Readonly<Record<string, readonly string[]>>;
}>('../../scripts/boundaries.cjs');

const folders = readdirSync(join(root, 'src'));
const PACKAGES = ['botbuilder', 'mongodb', 'libsql', 'restify', 'nodemailer', 'prom-client', 'pino', 'zod'];

/** An import that is planted: in which folder, of what, and whether the list of the folder has it. */
interface Planted {
  readonly file: string;
  readonly imported: string;
  readonly isAllowed: boolean;
}

const named = (imported: string): string => imported.replace(/\W/g, '-');

function plantedIn(folder: string): readonly Planted[] {
  const allowed = ALLOWED[folder] ?? [];
  const others = folders.filter((other) => other !== folder);
  return [
    ...others.map((other) => ({
      file: `src/${folder}/imports-${other}.ts`,
      imported: `../${other}/target`,
      isAllowed: allowed.includes(other),
    })),
    ...PACKAGES.map((name) => ({
      file: `src/${folder}/imports-npm-${named(name)}.ts`,
      imported: name,
      isAllowed: allowed.includes(`npm:${name}`),
    })),
    {
      file: `src/${folder}/imports-node.ts`,
      imported: 'node:fs',
      isAllowed: allowed.includes('node'),
    },
  ];
}

let tree: string;
let rejected: ReadonlySet<string>;
const planted = folders.flatMap(plantedIn);
const OUTSIDE = 'src/no-such-list/target.ts';
const FEATURE = 'src/features/one/imports-another.ts';
const LOOSE = 'src/loose.ts';

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, file), join(tree, file));
  cpSync(join(root, 'scripts/boundaries.cjs'), join(tree, 'scripts/boundaries.cjs'));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  for (const folder of folders) plant(`src/${folder}/target.ts`, 'export const target = 1;\n');
  for (const { file, imported } of planted) plant(file, `import '${imported}';\n`);
  plant(OUTSIDE, "import '../domain/target';\n");
  plant(LOOSE, "import './domain/target';\n");
  plant('src/features/another/target.ts', 'export const target = 1;\n');
  plant(FEATURE, "import '../another/target';\n");
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (stdout === '') throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: readonly { from: string }[] } };
  rejected = new Set(summary.violations.map(({ from }) => from));
});
afterAll(() => rmSync(tree, { recursive: true }));

it('Boundaries exist for every folder of src, which has no loose files', () => {
  expect(folders.toSorted()).toEqual(Object.keys(ALLOWED).toSorted());
});

it.each(folders)("Boundaries reject every import in src/%s that its list doesn't have", (folder) => {
  const own = planted.filter(({ file }) => file.startsWith(`src/${folder}/`));
  expect(own.filter(({ isAllowed }) => !isAllowed)).not.toEqual([]);
  const wrong = own.filter(({ file, isAllowed }) => rejected.has(file) === isAllowed);
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

it('Boundaries reject a folder without a list, a loose file, and a feature that imports another', () => {
  expect([OUTSIDE, LOOSE, FEATURE].filter((file) => !rejected.has(file))).toEqual([]);
});
