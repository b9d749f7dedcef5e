import type { EngineUnderTest } from '../../storage/engine-under-test';
import { CASE, last, SENT_MYSELF, START } from '../aviation-call';
import { actionsOf, inputValues, nodesOf, textOf } from '../seen-card';
import { chatOf, CHANNEL_OF, personId, startTown } from '../town';
import type { PersonKey, Standing, Town } from '../town';

const DAY = 86_400_000;
/** What an agent of Distribution knows of a site issue: no NSN and no PR. */
const SITE_REQUEST = { ...CASE, msc: 'distribution', nsn: '', pr: '', requisition: '' };
const FINDINGS = {
  'item.problem': 'Six of ten never arrived.',
  'item.preliminary-research': 'Shipped short from Susquehanna.',
  'item.site-research': 'DSS shows six on the dock.',
  'item.pending-response': 'E-mail sent today at 10:00.',
};

/** A site issue of Distribution and a post-award case, asked and answered, on the engine that is given. */
export function distributionJourney(name: string, engine: EngineUnderTest): void {
  describe(`A case that is not pre-award on ${name}`, () => {
    let town: Town;
    beforeEach(async () => {
      town = await startTown(START, engine);
    });
    afterEach(async () => {
      await town.end();
      expect(town.faults).toEqual([]);
    });

    const say = async (who: PersonKey, line: string): Promise<Standing> => last(await town.say(who, line));
    const seen = ({ card }: Standing): string => textOf(card);
    const choicesOf = ({ card }: Standing, id: string): readonly string[] =>
      ([...nodesOf(card)].find((node) => node['id'] === id)?.['choices'] as { title: string }[]).map(
        ({ title }) => title,
      );

    /** The checklist of a site issue; the case was created by Level 1, which passed it on. */
    async function siteIssue(): Promise<Standing> {
      await town.press('101', await say('101', 'new case'), 'Create case', SITE_REQUEST);
      const first = await say('101', 'escalate CS0000001');
      const items = Object.keys(inputValues(first.card)).filter((id) => id.startsWith('item.'));
      await town.press(
        '101',
        first,
        'Escalate',
        Object.fromEntries(items.map((id) => [id, 'Searched, nothing found.'])),
      );
      const taken = await town.press('501', await say('501', 'CS0000001'), 'Claim');
      expect(seen(taken)).toContain('Taken by');
      const conditions = await say('501', 'escalate CS0000001');
      return town.press('501', conditions, 'Continue', { direction: 'distribution-center' });
    }

    it('is escalated without an NSN, PR, or PAR once its interim response is sent (AS-1, ES-3, ES-12)', async () => {
      const form = await siteIssue();
      expect(Object.keys(inputValues(form.card))).toEqual([
        'direction',
        'requisition',
        'item.problem',
        'item.preliminary-research',
        'item.site-research',
        'item.distribution-center',
        'item.pending-response',
      ]);
      expect(seen(form)).toContain('Case assigned to yourself: Distribution Agent, since 6 Oct 2026');
      expect(seen(form)).toContain('Send it first: interim CS0000001.');

      const refused = await town.press('501', form, 'Escalate', {
        ...FINDINGS,
        requisition: 'W25',
        'item.distribution-center': 'none',
      });
      expect(seen(refused)).toContain('"W25" isn\'t a valid requisition number');
      expect(seen(refused)).toContain(
        '"none" isn\'t a Distribution Center at this site. Choose one of: DDSP',
      );
      expect(inputValues(refused.card)).toMatchObject({ ...FINDINGS, requisition: 'W25' });
      expect(seen(await say('501', 'CS0000001'))).not.toContain('Pending DLA Response');

      await town.press('501', await say('501', 'interim CS0000001'), 'Record as sent', SENT_MYSELF);
      const escalated = await town.press('501', refused, 'Escalate', {
        requisition: 'W25G1V63210001',
        'item.distribution-center': 'ddsp',
      });
      expect(seen(escalated)).toContain("It's waiting for an answer from DDSP Susquehanna.");
      expect(seen(escalated)).toContain('Pending DLA Response');
      expect(seen(escalated)).toContain('Requisition\nW25G1V63210001');
      const history = seen(await say('501', 'history CS0000001'));
      expect(history).toContain('Escalated to Level 3, site issue for a Distribution Center');
      expect(history).toContain('Distribution Center assigned: DDSP Susquehanna');
      expect(history).toContain('Interim response to the customer: Sent 6 Oct 2026');
      expect(history).toContain('Requisition number entered: W25G1V63210001');
    });

    it("ends with its center's answer, and a Level 3 action with its date (ES-3, ES-12, L3-5)", async () => {
      const form = await siteIssue();
      await town.press('501', await say('501', 'interim CS0000001'), 'Record as sent', SENT_MYSELF);
      const typed = { ...FINDINGS, requisition: 'W25G1V63210001', 'item.distribution-center': 'ddsp' };
      await town.press('501', form, 'Escalate', typed);
      const asked = await town.press('501', await say('501', 'CS0000001'), 'Record DC answer');
      const answered = await town.press('501', asked, 'Record DC answer', { text: 'They ship on Friday.' });
      expect(seen(answered)).toContain('They ship on Friday.');
      expect(seen(answered)).toContain('In progress');

      town.now = START + 3 * DAY;
      await town.press('504', await say('504', 'CS0000001'), 'Claim');
      const respond = await say('504', 'respond CS0000001');
      expect(choicesOf(respond, 'kind')).toEqual([
        'Requested information',
        'Action taken',
        'Not possible',
        'Delay',
      ]);
      const response = { kind: 'action-taken', date: '2026-10-10', text: 'Shipped from the dock.' };
      const refused = await town.press('504', respond, 'Return response', response);
      expect(seen(refused)).toContain(
        'Sat 10 Oct 2026 is in the future. Enter a date from Tue 6 Oct 2026 to Fri 9 Oct 2026.',
      );
      const back = await town.press('504', refused, 'Return response', { date: '2026-10-09' });
      expect(seen(back)).toContain('The case is back with Distribution Customer Operations');
      const told = last(await town.standing(chatOf('501')));
      expect(seen(told)).toContain('Level 3 response: action taken on');
      expect(seen(told)).toContain('Shipped from the dock.');

      const resolution = { kind: 'other', notes: 'The rest was shipped.', date: '' };
      await town.press('501', await say('501', 'resolve CS0000001'), 'Resolve', resolution);
      const closed = await town.press('501', await say('501', 'close CS0000001'), 'Close', {
        text: 'The rest was shipped on 9 October.',
        ...SENT_MYSELF,
      });
      expect(seen(closed)).toContain('Closed');
    });

    it('is answered after award with what was asked for, which completes the PAR, and a delay comes back with its date (L3-5, ES-10)', async () => {
      await town.press('201', await say('201', 'new case'), 'Create case', CASE);
      const conditions = { direction: 'post-award', notesDate: '2026-10-01' };
      const escalate = async (par: Readonly<Record<string, string>>): Promise<void> => {
        const form = await town.press('201', await say('201', 'escalate CS0000001'), 'Continue', conditions);
        const items = Object.keys(inputValues(form.card)).filter((id) => id.startsWith('item.'));
        const findings = Object.fromEntries(items.map((id) => [id, 'Searched, nothing found.']));
        await town.press('201', form, 'Escalate', { ...findings, ...par });
        const arrived = last(await town.standing(CHANNEL_OF['L3-AVN']));
        await town.press('301', arrived, 'Assign', { assignee: personId('302') });
      };
      await escalate({ parNumber: '20261001', parKind: 'status', parIpg: 'II' });
      const respond = await say('302', 'respond CS0000001');
      expect(seen(respond)).toContain("completes PAR 20261001 unless it's a delay");
      const delay = { kind: 'delay', date: '2026-10-20', text: 'The contractor is late.' };
      const delayed = await town.press('302', respond, 'Return response', delay);
      expect(seen(delayed)).toContain('The case is back with Aviation Customer Operations');
      expect(seen(await say('201', 'CS0000001'))).toContain('20261001, IPG II · open');

      await escalate({});
      const again = await say('302', 'respond CS0000001');
      const wrong = await town.press('302', again, 'Return response', { kind: 'award', text: 'Shipped.' });
      expect(seen(wrong)).toContain('Choose one of: Requested information');
      await town.press('302', wrong, 'Return response', { kind: 'information', text: 'Shipped by air.' });
      const card = await say('201', 'CS0000001');
      expect(seen(card)).toContain('answer adequate');
      expect(seen(await say('201', 'history CS0000001'))).toContain(
        'Level 3 response: the information requested',
      );
      expect(actionsOf(card.card).map(({ title }) => title)).toContain('Resolve');
    });
  });
}
