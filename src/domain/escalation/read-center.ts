import { saysSomething } from '../cases/says-something';
import type { TypedForm } from '../cases/typed-form';
import { is, isNot, readLine, TEXT_LIMITS } from '../cases/typed-text';

/** The item of the Distribution checklist that names the Distribution Center (rule ES-3 f). */
export const CENTER_ITEM = 'distribution-center';

/**
 * Reads the name or code of the Distribution Center at its item's field: one line with letters in it, so that it can
 * be recorded on the case. An empty one is the checklist's own fault.
 */
export function readCenter(form: TypedForm): string | undefined {
  const label = 'The Distribution Center';
  return form.optional(`item.${CENTER_ITEM}`, (typed) => {
    const read = readLine(label, typed, TEXT_LIMITS.name);
    if (!read.ok) return read;
    if (/\p{L}{2}/u.test(read.value) && saysSomething(read.value)) return is(read.value);
    return isNot(
      `"${read.value}" names no Distribution Center. Give its name or code, as in DDSP Susquehanna.`,
    );
  });
}
