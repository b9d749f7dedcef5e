/** How far something is: from 0 to 1, with what is being done. */
export interface Progress {
  at(share: number, what: string): void;
  /** The last word: a line of its own. */
  done(what: string): void;
}

/** Where progress is shown. */
export interface Shown {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const BAR = 30;

/**
 * Progress on a terminal is one line that is written over and over; elsewhere, and on a build server, it is a plain line
 * for every tenth.
 */
export function progressOn(shown: Shown, env: Readonly<Record<string, string | undefined>>): Progress {
  const rewritten = shown.isTTY === true && (env['CI'] ?? '') === '';
  const percent = (share: number): string => `${Math.floor(share * 100)}%`.padStart(4);
  let [longest, next, last] = [0, 0, ''];
  return {
    at: (share, what) => {
      // A share is a quotient: 0.7 may be a hair less than seven tenths.
      const tenth = Math.floor(share * 10 + 1e-9);
      if (rewritten) {
        const full = Math.round(share * BAR);
        const line = `${'#'.repeat(full)}${'.'.repeat(BAR - full)} ${percent(share)}  ${what}`;
        if (line === last) return;
        last = line;
        longest = Math.max(longest, line.length);
        shown.write(`\r${line.padEnd(longest)}`);
      } else if (tenth >= next) {
        next = tenth + 1;
        shown.write(`${percent(share)}  ${what}\n`);
      }
    },
    done: (what) => {
      shown.write(rewritten ? `\r${what.padEnd(longest)}\n` : `${what}\n`);
    },
  };
}
