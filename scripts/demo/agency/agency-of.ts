import { loadPolicies } from '../../../src/app/site';
import { loadDemoDirectory } from '../load-demo-directory';
import { Agency } from './agency';
import type { Plan } from './agency';
import { withColleagues } from './colleagues';

/** The agency of a plan, on the demo's groups and the manual's policy. */
export const agencyOf = (plan: Plan): Agency =>
  new Agency(plan, withColleagues(loadDemoDirectory()), loadPolicies(undefined));
