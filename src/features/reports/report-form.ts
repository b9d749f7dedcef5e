import type { Field } from '../../cards/card-value';
import { readSharedScope } from '../../commands/asked/shared-scope';
import type { Asker } from '../../commands/command';
import { choice } from '../../commands/fields';
import type { Given } from '../../commands/fields';
import { ENTERPRISE, scopeKey } from '../../domain/metrics/question-key';
import { MSC_NAMES } from '../../domain/people/directory';

/** The field of the scope: the enterprise, the MSCs and the groups. What was given in words is chosen, where it is one. */
export function scopeField(given: Given, asker: Asker): Field {
  const choices = [
    { title: ENTERPRISE.name, value: scopeKey(ENTERPRISE) },
    ...Object.entries(MSC_NAMES).map(([key, name]) => ({
      title: name,
      value: scopeKey({ kind: 'msc', key, name }),
    })),
    ...asker.directory.groups
      .filter(({ level }) => level !== 'program-office')
      .map(({ key, name }) => ({ title: name, value: scopeKey({ kind: 'group', key, name }) })),
  ];
  const read = readSharedScope(given['scope'] ?? '', asker);
  const value = read.ok ? scopeKey(read.value) : (given['scope'] ?? '');
  return choice({ scope: value }, 'scope', 'Of what', { required: true, choices });
}
