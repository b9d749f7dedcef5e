import type { FieldFault } from '../../domain/kernel/refusal';
import type { z } from 'zod/v4';

/** What a schema found, as faults of fields: one a field, the first that it found. */
export function faultsOf(error: z.ZodError): readonly FieldFault[] {
  const byField = new Map<string, string>();
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.');
    if (!byField.has(field)) byField.set(field, issue.message);
  }
  return [...byField].map(([field, message]) => ({ field, message }));
}
