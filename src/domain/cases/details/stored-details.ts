import { z } from 'zod/v4';

// What stored accounts and contacts have whichever version wrote them.

export const ACCOUNT_SHAPE = z.looseObject({ kind: z.string(), code: z.string() });

export const CONTACT_SHAPE = z.looseObject({
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
});
