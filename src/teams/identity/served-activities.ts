import type { Activity } from 'botbuilder';
import type { Config } from '../../app/config/config';
import type { Log } from '../../ports/log';
import { tenantGate } from '../tenants';
import type { Cloud } from './clouds';
import { teamsGate } from './teams-gate';

/**
 * Whether an activity with a valid token may be served: it is of Teams, by a person of a tenant that the site lists. An
 * anonymous bot, which its own machine alone reaches, serves all.
 */
export function servedActivities(
  { bot, tenants = [] }: Pick<Config, 'bot' | 'tenants'>,
  cloud: Cloud,
  log: Log,
): (activity: Activity) => boolean {
  if (bot === undefined) return () => true;
  const isOfTeams = teamsGate(cloud, log);
  const isOfTenant = tenantGate(tenants, log);
  return (activity) => isOfTeams(activity) && isOfTenant(activity);
}
