import type { Example } from '../../../src/cards/shared/presented';
import { after, entry, LONG_LEAD_CASE } from './example-cases';
import { IDS, worldAt } from './example-context';

const asked = LONG_LEAD_CASE.timeline.length - 1;
const context = worldAt('2026-12-09T15:30:00-05:00');

/** A closing that waits for the supervisor's approval, and how the card ends. */
export const approvalExamples: readonly Example<'approval'>[] = [
  {
    name: 'asked',
    context,
    value: { card: 'approval', case: LONG_LEAD_CASE, entry: asked, mentions: [IDS.supervisor2] },
  },
  {
    name: 'approved',
    context,
    value: {
      card: 'approval',
      case: after(
        LONG_LEAD_CASE,
        entry('2026-12-09T15:20:00-05:00', IDS.supervisor2, {
          kind: 'closed',
          text: 'Your bracket assembly is on contract and will be delivered by 26 March 2027.',
          longLead: { reason: 'No source can deliver earlier.', askedBy: IDS.agent },
        }),
      ),
      entry: asked,
      mentions: [IDS.supervisor2],
    },
  },
  {
    name: 'declined',
    context,
    value: {
      card: 'approval',
      case: after(
        LONG_LEAD_CASE,
        entry('2026-12-09T15:20:00-05:00', IDS.supervisor2, {
          kind: 'closing-declined',
          why: 'Ask the depot for lateral support first; two are in maintenance.',
        }),
      ),
      entry: asked,
      mentions: [],
    },
  },
];
