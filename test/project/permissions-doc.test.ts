import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERMISSIONS } from '../../src/domain/cases/permissions';

const doc = readFileSync(join(__dirname, '../..', 'docs', 'permissions.md'), 'utf8');

it('docs/permissions.md has a row for each action and a mark for each role (AC-2)', () => {
  expect(doc.match(/^\| [A-Z].*\|$/gmu)).toHaveLength(Object.keys(PERMISSIONS).length);
  expect(doc.match(/\byes\b/gu)).toHaveLength(Object.values(PERMISSIONS).flat().length);
});

it('docs/permissions.md says who may correct a contact and what everyone in the directory can read (AC-1, AC-2)', () => {
  expect(doc).toContain(
    'by the assignee, gatekeeper, and supervisor of an open case of that contact, by members of Level 1 groups, and by the program office',
  );
  expect(doc).toContain('## What everyone in the directory can read');
});
