import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsDoc } from './permissions-doc';

// `npm run permissions`: writes docs/permissions.md anew, after a change of who may do what.
writeFileSync(join('docs', 'permissions.md'), permissionsDoc());
