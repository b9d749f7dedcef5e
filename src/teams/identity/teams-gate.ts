import type { Activity } from 'botbuilder';
import { GUID } from '../../app/config/config';
import type { Log } from '../../ports/log';
import { isServiceUrl } from './clouds';
import type { Cloud } from './clouds';

/** What keeps an activity from being one of Teams, by a person whom Entra knows; undefined where nothing does. */
function faultOf(activity: Activity, cloud: Cloud): 'channel' | 'service URL' | 'person' | undefined {
  if (activity.channelId !== 'msteams') return 'channel';
  if (!isServiceUrl(activity.serviceUrl, cloud)) return 'service URL';
  if (!GUID.test(activity.from.aadObjectId ?? '')) return 'person';
  return undefined;
}

/**
 * Whether an activity says who somebody is. The channel service signs for Web Chat and Direct Line too, where clients
 * choose their own ids: only Teams gives the Entra object id of a person. Each kind of refusal is logged once.
 */
export function teamsGate(cloud: Cloud, log: Pick<Log, 'warn'>): (activity: Activity) => boolean {
  const told = new Set<string>();
  return (activity) => {
    const lacking = faultOf(activity, cloud);
    if (lacking === undefined) return true;
    if (!told.has(lacking)) log.warn({ lacking }, 'An activity that is not of Teams was turned away');
    told.add(lacking);
    return false;
  };
}
