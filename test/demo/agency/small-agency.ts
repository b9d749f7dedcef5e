import { loadDemoDirectory } from '../../../scripts/demo/load-demo-directory';
import { Agency } from '../../../scripts/demo/agency/agency';
import { withColleagues } from '../../../scripts/demo/agency/colleagues';
import { loadPolicies } from '../../../src/app/site';

/** When the two years of the agencies under test end: Friday 2026-11-20, 16:00 in New York. */
export const UNTIL = Date.UTC(2026, 10, 20, 21);
/** Which month goes badly then. */
export const BAD_MONTH = '2026-06';

/** An agency of so many cases. */
export const smallAgency = (cases: number, seed = 7): Agency =>
  new Agency({ cases, until: UNTIL, seed }, withColleagues(loadDemoDirectory()), loadPolicies(undefined));
