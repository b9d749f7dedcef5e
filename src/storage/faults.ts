import { LoggableError } from '../ports/log';

/** A query that no declared index serves, or that uses undeclared fields: a bug. */
export class RefusedQuery extends LoggableError {
  constructor(kind: string, reason: string) {
    super(`Query of ${kind} refused: ${reason}`);
    this.name = 'RefusedQuery';
  }
}

/** Why the store cannot be used, for the administrator. Never has a secret or a connection string. */
export class StorageFault extends LoggableError {
  constructor(
    readonly reason: 'data-dir' | 'in-use' | 'unreachable' | 'bad-uri' | 'schema' | 'environment' | 'version',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StorageFault';
  }
}
