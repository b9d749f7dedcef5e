import { commandsDoc } from './commands-doc';
import { permissionsDoc } from './permissions-doc';
import { settingsDoc } from './settings-doc';
import { wordsDoc } from './words/words-doc';

/** The documents that are made from the sources, by their file in docs/: how each should stand in the project at `root`. */
export const GENERATED: Readonly<Record<string, (root: string) => string>> = {
  'commands.md': commandsDoc,
  'permissions.md': permissionsDoc,
  'settings.md': settingsDoc,
  'words.md': wordsDoc,
};
