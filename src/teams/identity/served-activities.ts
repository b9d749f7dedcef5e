import type { Activity } from 'botbuilder';
import { GUID } from '../../app/config/settings';
import type { Config } from '../../app/config/config';
import type { Log } from '../../ports/log';
import { isServiceUrl, type Cloud } from './clouds';

// Rejected callers must not be able to fill the log or the memory.
const MAX_TOLD = 100;

/**
 * What keeps an activity from being one of Teams, by a person whom Entra knows; undefined if nothing does. The channel
 * service signs for Web Chat and Direct Line too, where clients choose their own ids: only Teams gives the Entra object id
 * of a person.
 */
function lackingOf(activity: Activity, cloud: Cloud): 'channel' | 'service URL' | 'person' | undefined {
  if (activity.channelId !== 'msteams') return 'channel';
  if (!isServiceUrl(activity.serviceUrl, cloud)) return 'service URL';
  if (!GUID.test(activity.from.aadObjectId ?? '')) return 'person';
  return undefined;
}

/** The tenants that an activity says it comes from: of its conversation, and of Teams' own data. */
function tenantsOf({ conversation, channelData }: Activity): readonly string[] {
  const { tenant } = (channelData ?? {}) as { tenant?: { id?: string | null } | null };
  const given = [conversation.tenantId as string | null | undefined, tenant?.id];
  return given.flatMap((id) => (id === undefined || id === null || id === '' ? [] : [id.toLowerCase()]));
}

/**
 * The tenant because of which an activity is not served, for the log: it has to name one, and each that it names has to
 * be on the list. A token proves that Teams sent it, not from which tenant.
 */
function foreignOf(activity: Activity, served: readonly string[]): string | undefined {
  const tenants = tenantsOf(activity);
  if (tenants.length === 0) return 'not given';
  const foreign = tenants.find((id) => !served.includes(id));
  return foreign === undefined || GUID.test(foreign) ? foreign : 'not a GUID';
}

/**
 * Whether an activity with a valid token may be served: it is of Teams, by a person of a tenant that the site lists. An
 * anonymous bot, which only its own machine can reach, serves all. Each kind of refusal, and each rejected tenant,
 * is logged once.
 */
export function servedActivities(
  { bot, tenants = [] }: Pick<Config, 'bot' | 'tenants'>,
  cloud: Cloud,
  log: Pick<Log, 'warn'>,
): (activity: Activity) => boolean {
  if (bot === undefined) return () => true;
  const told = new Set<string>();
  return (activity) => {
    const lacking = lackingOf(activity, cloud);
    const tenant = lacking === undefined ? foreignOf(activity, tenants) : undefined;
    const why = lacking ?? tenant;
    if (why === undefined) return true;
    if (told.has(why) || told.size >= MAX_TOLD) return false;
    told.add(why);
    if (lacking !== undefined) log.warn({ lacking }, 'An activity from outside Teams was rejected');
    else log.warn({ tenant }, 'An activity from a tenant that is not served was rejected');
    return false;
  };
}
