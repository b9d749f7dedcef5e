import { is, isNot, type Read } from '../kernel/text/typed-text';

/** The name of a customer's system that submits requests (rule CA-1). */
export type SystemName = string;

const LONGEST = 40;
const PREFIX = 'system:';

/** Reads the name of a customer's system: 2 to 40 letters, digits and hyphens that begin with a letter; kept in lower case. */
export function readSystemName(typed: string): Read<SystemName> {
  const name = typed.trim().toLowerCase();
  if (name.length <= LONGEST && /^[a-z][a-z0-9-]+$/.test(name)) return is(name);
  return isNot(
    `"${typed.slice(0, LONGEST)}" is not the name of a system. ` +
      `Give 2 to ${LONGEST} letters, digits and hyphens that begin with a letter, as in depot-orders.`,
  );
}

/** A customer's system as one who acts on a case. */
export const systemActor = (name: SystemName): string => `${PREFIX}${name}`;

/** The system that acted; undefined for people and for the product's own sweep. */
export const actingSystem = (actor: string): SystemName | undefined =>
  actor.startsWith(PREFIX) ? actor.slice(PREFIX.length) : undefined;
