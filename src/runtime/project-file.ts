import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file of the project by its path there, found from the sources as from any build folder. Throws if there is none. */
export function projectFile(...path: readonly string[]): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, ...path);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) throw new Error(`The project has no ${path.join('/')}`);
  }
}
