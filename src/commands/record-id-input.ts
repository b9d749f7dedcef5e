import { z } from 'zod/v4';

/** A record that people name by letters and a number, such as MR12 and PB0000012. */
interface RecordIdFormat {
  /** Upper case. */
  readonly letters: string;
  /** Digits that are always written. */
  readonly width: number;
  /** The id of the input. */
  readonly input: string;
  /** The message if it is missing or isn't a number. */
  readonly ask: string;
}

/**
 * Makes the readers of such a number, forgiving how it is written: "mr 12" is MR12, and so is "12", as nothing but the
 * number begins these lines.
 */
export function recordIdInput({ letters, width, input, ask }: RecordIdFormat) {
  const pattern = new RegExp(String.raw`^(?:${letters}[\s-]?)?#?0*(\d{1,9})(?![\p{L}\d])[\s,.:;]*`, 'iu');
  const written = (digits = ''): string => letters + digits.padStart(width, '0');
  return {
    schema: z
      .string()
      .default('')
      .transform((text, context) => {
        const digits = pattern.exec(text.trim())?.[1];
        if (digits !== undefined) return written(digits);
        context.addIssue({ code: 'custom', message: ask });
        return z.NEVER;
      }),
    /** A reader for typed lines: the number, then the rest as the input `name`. */
    then:
      (name?: string) =>
      (rest: string): Record<string, string> => {
        const found = pattern.exec(rest);
        if (found === null) return rest === '' ? {} : { [input]: rest };
        const after = rest.slice(found[0].length);
        return {
          [input]: written(found[1]),
          ...(name === undefined || after === '' ? {} : { [name]: after }),
        };
      },
  };
}
