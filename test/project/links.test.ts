import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const files = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    // The sentences of the product are no links of the project's.
    .filter((file) => file.endsWith('.md') && file !== 'words.md')
    .map((file) => join('docs', file)),
];

/** The name by which a heading is linked: as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
const anchorsIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) => anchorOf(heading));

function isThere(from: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? join(root, from) : join(root, dirname(from), path);
  return existsSync(file) && (anchor === undefined || anchorsIn(file).includes(anchor));
}

it.each(files)('%s links only to files and headings that exist', (file) => {
  // Not in code, where brackets mean something else.
  const text = readFileSync(join(root, file), 'utf8').replace(/```[\s\S]*?```|`[^`\n]*`/gu, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link = '']) => link);
  expect(links.filter((link) => !/^\w+:/u.test(link) && !isThere(file, link))).toEqual([]);
});
