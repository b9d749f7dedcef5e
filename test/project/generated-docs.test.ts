import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED } from '../../scripts/docs/generated';

const root = join(__dirname, '../..');

it.each(Object.entries(GENERATED))(
  "docs/%s matches the sources; run `npm run docs` if it doesn't (AC-2)",
  (file, docOf) => {
    const standing = readFileSync(join(root, 'docs', file), 'utf8').split('\n');
    const expected = docOf(root).split('\n');
    // Lines that one of them has and the other lacks, so that a long document tells what changed.
    const changed = {
      gone: standing.filter((line) => !expected.includes(line)),
      new: expected.filter((line) => !standing.includes(line)),
    };
    expect(changed).toEqual({ gone: [], new: [] });
    expect(standing).toEqual(expected);
  },
);
