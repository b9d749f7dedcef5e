import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATED } from './generated';

// `npm run docs`: writes each document that is made from the sources.
for (const [file, docOf] of Object.entries(GENERATED)) {
  writeFileSync(join('docs', file), docOf(process.cwd()));
}
