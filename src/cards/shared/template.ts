import { readFileSync } from 'node:fs';
import { GlobalSettings, Template } from 'adaptivecards-templating';
import { projectFile } from '../../runtime/project-file';

/**
 * A template filled with a view. `missing` are paths that the template asks for and the view does not have: defects,
 * held to be none by the tests. (The engine's own warnings are no use: it warns of every `$when` that is false.)
 */
interface Expanded {
  readonly content: Record<string, unknown>;
  readonly missing: readonly string[];
  /** Size of the content as JSON in UTF-8. */
  readonly bytes: number;
}

// To build a template costs twenty times what filling it does.
const built = new Map<string | object, Template>();

function templateOf(name: string | object): Template {
  const known = built.get(name);
  if (known !== undefined) return known;
  const template = new Template(
    typeof name === 'object' ? name : JSON.parse(readFileSync(projectFile('cards', `${name}.json`), 'utf8')),
  );
  built.set(name, template);
  return template;
}

/** Fills the template `cards/<name>.json`. A missing field shows as "–", never as `${field}`. */
export function expandTemplate(name: string | object, view: object): Expanded {
  const template = templateOf(name);
  const missing: string[] = [];
  GlobalSettings.getUndefinedFieldValueSubstitutionString = (path) => {
    missing.push(path);
    return '–';
  };
  try {
    const content = withoutNothing(template.expand({ $root: view })) as Record<string, unknown>;
    return { content, missing, bytes: Buffer.byteLength(JSON.stringify(content), 'utf8') };
  } finally {
    delete GlobalSettings.getUndefinedFieldValueSubstitutionString;
  }
}

/** A condition that is false drops an element, but leaves `null` where it stands in an action that is a property. */
function withoutNothing(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNothing);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([, value]) => value !== null);
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutNothing(value)]));
}
