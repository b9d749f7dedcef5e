import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCommands } from '../../src/features/all-commands';

const readme = readFileSync(join(__dirname, '../..', 'README.md'), 'utf8');

/** The command table as it should stand in the README. */
const table = [
  '| type | to |',
  '| --- | --- |',
  ...allCommands.flatMap(({ typed }) =>
    typed === undefined ? [] : [`| \`${typed.usage.replaceAll('|', '\\|')}\` | ${typed.summary} |`],
  ),
].join('\n');

describe('the README', () => {
  it('lists every command as the registry has it', () => {
    const standing = /<!-- commands:[^>]*-->\n\n?([\s\S]*?)\n\n?<!-- \/commands -->/.exec(readme)?.[1];
    // However the columns are padded.
    expect(standing?.trim().replace(/ +/g, ' ').replace(/-{3,}/g, '---')).toBe(table);
  });

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(__dirname, '../..', 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
