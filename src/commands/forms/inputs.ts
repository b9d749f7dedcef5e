import { z } from 'zod/v4';
import { readCaseNumber } from '../cases/case-number';

// A missing input and an empty one mean the same.
const given = z.string().default('');
const MAX_LINE = 200;
const bounded = z
  .string()
  .trim()
  .max(MAX_LINE, { error: `Use ${MAX_LINE} characters or fewer.` });

/** A required line. `ask` says what to enter: "Enter what to look for." */
export const required = (ask: string) => given.pipe(bounded.min(1, { error: ask }));

/** A line that may be empty. */
export const optional = given.pipe(bounded);

/** A case number, forgiving how it is written. */
export const caseNumber = given.transform((text, context) => {
  const number = readCaseNumber(text);
  if (number !== undefined) return number;
  context.addIssue({ code: 'custom', message: 'Enter the case number, for example CS0000012.' });
  return z.NEVER;
});

/**
 * The inputs of an action on a case: its number; the rest is read by the decision, field by field, which knows the
 * case and the policy and names every fault at once.
 */
export const caseInput = z.object({ case: caseNumber }).catchall(z.string());
export type CaseInput = z.infer<typeof caseInput>;

// For a form that is always shown first: nothing is done before it was sent.
const submitted = z.literal('yes', { error: '' });
export const sentInput = z.object({ submitted }).catchall(z.string());
export const sentCaseInput = z.object({ case: caseNumber, submitted }).catchall(z.string());
