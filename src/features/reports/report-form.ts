import type { Field } from '../../cards/shared/card-value';
import { readSharedScope } from '../../commands/resolve/shared-scope';
import type { Asker } from '../../commands/command';
import { choice, type Given } from '../../commands/forms/fields';
import { ENTERPRISE, groupScope, MSC_SCOPES, scopeKey } from '../../domain/metrics/question-key';

/** The scope field: the enterprise, the MSCs, and the groups. A scope that was typed is chosen if it is valid. */
export function scopeField(given: Given, asker: Asker): Field {
  const groups = asker.directory.groups.filter(({ level }) => level !== 'program-office').map(groupScope);
  const choices = [ENTERPRISE, ...MSC_SCOPES, ...groups].map((scope) => ({
    title: scope.name,
    value: scopeKey(scope),
  }));
  const read = readSharedScope(given['scope'] ?? '', asker);
  const value = read.ok ? scopeKey(read.value) : (given['scope'] ?? '');
  return choice({ scope: value }, 'scope', 'Report for', { required: true, choices });
}
