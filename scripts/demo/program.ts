/** Lines on the terminal. */
export const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** Ends what runs when the terminal asks for it. */
export function stopWhenAsked(stop: AbortController): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
}

/** Runs a program of the demo, and ends the process with its exit code; a fault is said in its own words. */
export function runProgram(main: () => Promise<number>): void {
  main().then(
    (code) => process.exit(code),
    (fault: unknown) => {
      say(fault instanceof Error ? fault.message : String(fault));
      process.exit(1);
    },
  );
}
