import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');
const doc = read('docs', 'architecture.md');

/** A path as the text names it: from the project, from `src/`, or from a folder of `src/`. */
const isThere = (path: string): boolean =>
  ['', 'src/', 'src/notifications/', 'src/domain/cases/']
    .flatMap((from) => [`${from}${path}`, `${from}${path}.ts`])
    .some((file) => existsSync(join(root, file)));

it('docs/architecture.md names only files and folders that exist', () => {
  const paths = [...doc.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/gu)].map(([, path = '']) => path);
  const named = paths.filter((path) => /\/./u.test(path));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});

it('docs/architecture.md lists the decisions by number, each once and none missing', () => {
  const numbers = [...read('docs', 'adr', 'README.md').matchAll(/\[(\d{4})\]\(\1-/gu)].map(([, number]) =>
    Number(number),
  );
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  const files = readdirSync(join(root, 'docs', 'adr')).filter((file) => /^\d{4}-/u.test(file));
  expect(numbers).toHaveLength(files.length);
});
