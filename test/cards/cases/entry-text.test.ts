import { entryText } from '../../../src/cards/cases/entry-text';
import { aCase, escalated, opened } from '../../support/cases';
import { aWorld } from '../../support/site';

describe('The words of an escalation', () => {
  it('say the dates that were found as dates are said, and leave what people wrote as it is', () => {
    const found = (item: string, label: string, finding: string) => ({ item, label, finding });
    const findings = [
      found('latest-note', 'Notes', '2026-10-20, current. Promised by 2026-12-01'),
      found('records', 'Records', '2026-10-20 searched'),
    ];
    const justification = [found('dateOfNeed', 'Date of need', '2026-12-10')];
    const entry = aCase(opened(), escalated('av3', { findings, justification })).timeline[1]!;
    expect(entryText(entry, aWorld(), 'America/New_York').details).toEqual(
      expect.arrayContaining([
        'Notes: Tue 20 Oct 2026, current. Promised by 2026-12-01',
        'Records: 2026-10-20 searched',
        'Date of need: Thu 10 Dec 2026',
      ]),
    );
  });
});
