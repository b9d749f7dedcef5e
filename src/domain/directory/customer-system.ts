import { is, isNot, type Read } from '../kernel/text/typed-text';

/** The name of a customer's system that submits requests (rule CA-1). */
export type SystemName = string;

const MAX_LENGTH = 40;
const PREFIX = 'system:';

/** Reads the name of a customer's system: 2 to 40 letters, digits, and hyphens that begin with a letter; kept in lower case. */
export function readSystemName(typed: string): Read<SystemName> {
  const name = typed.trim().toLowerCase();
  if (name.length <= MAX_LENGTH && /^[a-z][a-z0-9-]+$/.test(name)) return is(name);
  return isNot(
    `"${typed.slice(0, MAX_LENGTH)}" isn't a valid system name. ` +
      `Use 2 to ${MAX_LENGTH} letters, digits, and hyphens, starting with a letter, for example depot-orders.`,
  );
}

/** A customer's system as one who acts on a case. */
export const systemActor = (name: SystemName): string => `${PREFIX}${name}`;

/** The system that acted; undefined for people and for the product's own sweep. */
export const actingSystem = (actor: string): SystemName | undefined =>
  actor.startsWith(PREFIX) ? actor.slice(PREFIX.length) : undefined;
