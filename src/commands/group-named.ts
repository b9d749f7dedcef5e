import { distance } from 'fastest-levenshtein';
import type { Directory } from '../domain/people/directory';

/** The key of the group whose key or name is nearest to what was written; empty where there are no groups. */
export function nearestGroup(written: string, directory: Directory): string {
  const wanted = written.toLowerCase().slice(0, 200);
  const far = (text: string): number => distance(wanted, text.toLowerCase());
  const ranked = directory.groups
    .map(({ key, name }) => ({ key, far: Math.min(far(key), far(name)) }))
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.key ?? '';
}
