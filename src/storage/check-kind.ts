import type { RecordKind } from './store';

const NAME = /^[a-z][a-zA-Z0-9]*$/;
const INDEX_NAME = /^[a-z][a-zA-Z0-9_-]*$/;
const TAKEN: ReadonlySet<string> = new Set(['id', 'version', 'value', 'body', 'words']);

/** Throws a TypeError if an engine cannot keep the kind: names, clashes, or indexes on undeclared fields. */
export function checkKind<T>(kind: RecordKind<T>): void {
  const fail = (what: string): never => {
    throw new TypeError(`Record kind ${kind.name}: ${what}`);
  };
  if (!NAME.test(kind.name)) fail('its name is not letters and digits');
  const fields = Object.keys(kind.fields);
  for (const field of fields)
    if (!NAME.test(field) || TAKEN.has(field.toLowerCase())) fail(`the field name ${field} cannot be used`);
  if (new Set(fields.map((field) => field.toLowerCase())).size < fields.length)
    fail('two field names differ in case only');
  const names = kind.indexes.map((index) => index.name);
  if (new Set(names).size < names.length) fail('two indexes have one name');
  for (const index of kind.indexes) {
    if (!INDEX_NAME.test(index.name)) fail(`the index name ${index.name} cannot be used`);
    if (index.fields.length === 0) fail(`the index ${index.name} has no field`);
    for (const field of index.fields)
      if (!fields.includes(field)) fail(`the index ${index.name} is on ${field}, which is not declared`);
  }
  for (const field of fields)
    if (!kind.indexes.some((index) => index.fields.includes(field))) fail(`no index has the field ${field}`);
}

/** Tells whether a store was made for this very declaration; where it differs, all is indexed again at opening. */
export function fingerprintOf<T>(kind: RecordKind<T>): string {
  return JSON.stringify([kind.revision ?? 0, kind.fields, kind.indexes, kind.words !== undefined]);
}
