import { z } from 'zod/v4';

const REQUEST = /^mr[\s-]?#?0*(\d{1,9})(?!\d)[\s,.:;]*/iu;

/** The number of a membership request, forgiving how it is written: "mr 12" is MR12. */
export const requestNumber = z
  .string()
  .default('')
  .transform((text, context) => {
    const digits = REQUEST.exec(text.trim())?.[1];
    if (digits !== undefined) return `MR${digits}`;
    context.addIssue({ code: 'custom', message: 'Give the number of the request, for example MR12.' });
    return z.NEVER;
  });

/** A reader for typed lines: the number of the request, then the rest as the input `name`. */
export const requestThen =
  (name?: string) =>
  (rest: string): Record<string, string> => {
    const found = REQUEST.exec(rest);
    if (found === null) return rest === '' ? {} : { request: rest };
    const after = rest.slice(found[0].length);
    return {
      request: `MR${found[1] ?? ''}`,
      ...(name === undefined || after === '' ? {} : { [name]: after }),
    };
  };
