// CS0000012 as people write it: cs12, CS-12, cs 12, #12. Bare digits count where nothing but a number can stand.
// Separators after the number are dropped, except a dash that begins the next line, which marks a list.
const MARKED =
  /^(?:cs[\s-]{0,3}#?|#)\s{0,3}0*(\d{1,9})(?![\p{L}\d])(?:(?:[^\S\n]|[,.:;!?-])*\n\s*|[\s,.:;!?-]*)/iu;
// "status 9: ships friday"; a time of day ("10:30") is none.
const BEFORE_COLON = /^0*(\d{1,7}):\s+/u;
const BARE = /^0*(\d{1,7})[.!?]?$/;

const written = (digits: string): string => `CS${digits.padStart(7, '0')}`;

/** Reads a text that is nothing but a case number, forgiving how it is written: "cs12" is CS0000012. */
export function readCaseNumber(text: string): string | undefined {
  const line = text.trim();
  const marked = MARKED.exec(line);
  if (marked?.[1] !== undefined && marked[0].length === line.length) return written(marked[1]);
  const bare = BARE.exec(line);
  return bare?.[1] === undefined ? undefined : written(bare[1]);
}

/** Splits a typed rest into the case number that begins it and what follows; without one, all of it follows. */
export function splitCaseNumber(rest: string): { readonly number?: string; readonly after: string } {
  const whole = readCaseNumber(rest);
  if (whole !== undefined) return { number: whole, after: '' };
  const marked = MARKED.exec(rest) ?? BEFORE_COLON.exec(rest);
  if (marked?.[1] === undefined) return { after: rest };
  return { number: written(marked[1]), after: rest.slice(marked[0].length) };
}

/** A reader for typed lines: the case number, then the rest as the input `name`; nothing is made up for what is missing. */
export function caseThen(name?: string): (rest: string) => Record<string, string> {
  return (rest) => {
    const { number, after } = splitCaseNumber(rest.trim());
    return {
      ...(number === undefined ? {} : { case: number }),
      ...(name === undefined || after === '' ? {} : { [name]: after }),
    };
  };
}

/** As `caseThen`, where what follows is a name: "assign cs12 to Kim". */
export function caseThenName(name: string): (rest: string) => Record<string, string> {
  const read = caseThen(name);
  return (rest) => {
    const { [name]: said, ...others } = read(rest);
    const named = said?.replace(/^to(?:\s+|$)/iu, '') ?? '';
    return named === '' ? others : { ...others, [name]: named };
  };
}
