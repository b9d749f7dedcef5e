import { z } from 'zod/v4';

// What stored values have whichever version wrote them: as much as must be there to read them, and no more.

/** An act of a timeline: what happened, who did it, and when. */
export const ENTRY_SHAPE = z.looseObject({
  kind: z.string(),
  at: z.number(),
  by: z.string(),
  cause: z.string(),
});

export const ACCOUNT_SHAPE = z.looseObject({ kind: z.string(), code: z.string() });

export const CONTACT_SHAPE = z.looseObject({
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
});

/** A notice of any kind of record. */
export const NOTICE_SHAPE = z.looseObject({
  id: z.string(),
  subject: z.union([z.string(), z.looseObject({ kind: z.string() })]),
  to: z.looseObject({ kind: z.string() }),
  madeAt: z.number(),
});
