import { distance } from 'fastest-levenshtein';
import type { Directory } from '../domain/directory/directory';
import { refusal, type Refusal } from '../domain/kernel/refusal';

/** The key of the group whose key or name is closest to what was typed; empty if none is close. */
export function nearestGroup(written: string, directory: Directory): string {
  const wanted = written.toLowerCase().slice(0, 200);
  const far = (text: string): number => {
    const name = text.toLowerCase();
    return wanted !== '' && name.includes(wanted) ? 0 : distance(wanted, name);
  };
  const ranked = directory.groups
    .map(({ key, name }) => ({ key, far: Math.min(far(key), far(name)) }))
    .sort((a, b) => a.far - b.far);
  const [nearest] = ranked;
  return nearest !== undefined && nearest.far <= Math.max(1, wanted.length / 2) ? nearest.key : '';
}

/** The refusal of an unknown group, with the closest one; at the field `group` if there is a form. */
export function noSuchGroup(key: string, directory: Directory): Refusal {
  const nearest = nearestGroup(key, directory);
  return refusal('no-such-group', { group: key, nearest }, [
    {
      field: 'group',
      message: `Group “${key}” wasn't found.${nearest === '' ? '' : ` Did you mean ${nearest}?`}`,
    },
  ]);
}
