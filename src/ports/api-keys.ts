import type { SystemName } from '../domain/directory/customer-system';
import type { PersonId } from '../domain/directory/directory';

/** The API key of a customer's system, without the key itself, which is kept nowhere. Times in epoch milliseconds. */
export interface ApiKey {
  readonly system: SystemName;
  readonly createdAt: number;
  readonly createdBy: PersonId;
  /** Of this key; within a minute. */
  readonly lastUsedAt?: number;
  readonly revokedAt?: number;
}

/** The API keys of customers' systems, one per system. */
export interface ApiKeyRegister {
  /** Makes a system's key and answers it, the only time it can be seen; undefined while the system has one. */
  issue(system: SystemName, by: PersonId, at: number): Promise<string | undefined>;
  /** Revokes the system's key; whether it had one. */
  revoke(system: SystemName, at: number): Promise<boolean>;
  /** By the system's name, revoked ones too. */
  list(): Promise<readonly ApiKey[]>;
  /** The system whose key this is; notes the use. */
  systemOf(key: string, at: number): Promise<SystemName | undefined>;
}
