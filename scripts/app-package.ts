import { zipSync } from 'fflate';

export type Resolved =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly missing: readonly string[] };

/**
 * Puts values in the place of `${{NAME}}` in a JSON text, as Microsoft 365 Agents Toolkit does. Names that have no
 * value are given back, each once, in the order of the text.
 */
export function resolvePlaceholders(
  json: string,
  values: Readonly<Record<string, string | undefined>>,
): Resolved {
  const placeholder = /\$\{\{\s*([A-Za-z_]\w*)\s*\}\}/g;
  const names = [...json.matchAll(placeholder)].map(([, name]) => name ?? '');
  const missing = [...new Set(names)].filter((name) => (values[name] ?? '') === '');
  if (missing.length > 0) return { ok: false, missing };
  // A value stands inside a JSON string, so it is written as one, without its quotes.
  const text = json.replace(placeholder, (_, name: string) => JSON.stringify(values[name]).slice(1, -1));
  return { ok: true, text };
}

/** A zip of the files. The same files make the same bytes: every entry bears the same date. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { level: 9, mtime: new Date(1980, 0, 1) });
}
