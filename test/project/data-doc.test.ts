import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const doc = readFileSync(join(root, 'docs', 'data.md'), 'utf8');
const named = doc
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/gu)].map(([, name]) => name));
/** The names of collections, where a source declares a kind of record. */
const declared = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('-engine.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .filter((text) => /RecordKind<|keyedById<|RecordType<[A-Z]/u.test(text))
  .flatMap((text) => [...text.matchAll(/(?:^ {2}|\{ |, )name: '([A-Za-z]+)',(?! fields)/gmu)])
  .map(([, name]) => name);

it('has a row for each collection, and none for one that there is not', () => {
  expect(declared.length).toBeGreaterThan(20);
  expect([...named].sort()).toEqual([...new Set(declared)].sort());
});
