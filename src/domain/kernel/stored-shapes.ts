import { z } from 'zod/v4';

// What stored values have whichever version wrote them: as much as must be there to read them, and no more.

/** An act of a timeline: what happened, who did it, and when. */
export const ENTRY_SHAPE = z.looseObject({
  kind: z.string(),
  at: z.number(),
  by: z.string(),
  cause: z.string(),
});

/** A notification about a record of any kind. */
export const NOTIFICATION_SHAPE = z.looseObject({
  id: z.string(),
  about: z.looseObject({ kind: z.string(), id: z.string() }),
  topic: z.string(),
  to: z.looseObject({ kind: z.string() }),
  mentions: z.array(z.string()),
  madeAt: z.number(),
});
