import type { Activity } from 'botbuilder';
import type { Log } from '../ports/log';

// Whoever is turned away must not be able to fill the log or the memory.
const MOST_TOLD = 100;
const GUID = /^[0-9a-f-]{36}$/;

/** The tenants that an activity says it comes from: of its conversation, and of Teams' own data. */
function tenantsOf({ conversation, channelData }: Activity): readonly string[] {
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: string | null } | null };
  const given = [conversation.tenantId as string | null | undefined, tenant?.id];
  return given.flatMap((id) => (id === undefined || id === null || id === '' ? [] : [id.toLowerCase()]));
}

/**
 * Whether an activity may be served: it names a tenant, and each that it names is of the list. A token proves that
 * Teams sent it, not from which tenant. Each tenant that is turned away is logged once, by its id alone.
 */
export function tenantGate(
  served: readonly string[],
  log: Pick<Log, 'warn'>,
): (activity: Activity) => boolean {
  const told = new Set<string>();
  return (activity) => {
    const tenants = tenantsOf(activity);
    const foreign = tenants.find((id) => !served.includes(id));
    if (tenants.length > 0 && foreign === undefined) return true;
    const tenant = foreign === undefined ? 'not given' : GUID.test(foreign) ? foreign : 'not a GUID';
    if (!told.has(tenant) && told.size < MOST_TOLD) {
      told.add(tenant);
      log.warn({ tenant }, 'An activity of a tenant that is not served was turned away');
    }
    return false;
  };
}
