/** The log; never given personal data or secrets. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * An error whose message may stand in the log: it is made of our own words, numbers and ids, and quotes nothing that a
 * person, Teams, a mail server or a database said. The message of every other error is left out.
 */
export abstract class LoggableError extends Error {}
