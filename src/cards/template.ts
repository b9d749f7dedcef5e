import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GlobalSettings, Template } from 'adaptivecards-templating';

/** A template filled with a view; `missing` and `warnings` are defects of template or view, held to be empty by the tests. */
export interface Expanded {
  readonly content: Record<string, unknown>;
  readonly missing: readonly string[];
  readonly warnings: readonly string[];
}

/** The project's `cards` folder, from the sources as from any build folder below the project. */
function templateFile(name: string): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'cards', `${name}.json`);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) throw new Error(`There is no card template ${name}.json`);
  }
}

// To build a template costs twenty times what filling it does.
const built = new Map<string, Template>();

function templateOf(name: string): Template {
  const known = built.get(name);
  if (known !== undefined) return known;
  const template = new Template(JSON.parse(readFileSync(templateFile(name), 'utf8')));
  built.set(name, template);
  return template;
}

/** Fills the template `cards/<name>.json`. A missing field shows as "–", never as `${field}`. */
export function expandTemplate(name: string, view: object): Expanded {
  const template = templateOf(name);
  const missing: string[] = [];
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
    missing.push(path);
    return '–';
  };
  try {
    const content: unknown = template.expand({ $root: view });
    return {
      // Objects of the view are put into the card as they are; the copy keeps them apart.
      content: copyOf(content),
      missing,
      warnings: template.getLastTemplateExpansionWarnings(),
    };
  } finally {
    delete GlobalSettings.getUndefinedFieldValueSubstitutionString;
  }
}

const copyOf = (content: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(content)) as Record<string, unknown>;
