import { CASE, last, SENT_MYSELF, START } from '../aviation-call';
import { chatOf, CHANNEL_OF, personId, startTown } from '../town';
import type { EngineUnderTest } from '../../storage/engine-under-test';
import type { Standing, Town } from '../town';
import { actionsOf, inputValues, nodesOf, textOf } from '../seen-card';

const HOUR = 3_600_000;

let town: Town;

async function newCase(change: Readonly<Record<string, string>> = {}): Promise<Standing> {
  const form = last(await town.say('201', 'new case'));
  return town.press('201', form, 'Create case', { ...CASE, ...change });
}

/** Escalates CS0000001 pre-award with everything the checklist asks for. */
async function escalate(): Promise<Standing> {
  const first = last(await town.say('201', 'escalate CS0000001'));
  const conditions = {
    direction: 'pre-award',
    actionType: 'PR Expedite',
    notesDate: '2026-10-01',
    eadSuffices: 'yes',
  };
  const checklist = await town.press('201', first, 'Continue', conditions);
  const items = Object.keys(inputValues(checklist.card)).filter((id) => id.startsWith('item.'));
  const findings = Object.fromEntries(items.map((id) => [id, `Verified for ${id}`]));
  return town.press('201', checklist, 'Escalate', findings);
}

const inL3 = async (): Promise<Standing> => last(await town.standing(CHANNEL_OF['L3-AVN']));

/** The life of a case, from the call to the closure, on the engine that is given. */
export function caseLife(name: string, engine: EngineUnderTest): void {
  describe(`The life of a case on ${name}`, () => {
    beforeEach(async () => {
      town = await startTown(START, engine);
    });
    afterEach(async () => {
      await town.end();
    });

    it('begins with its form, and the case is shown with its clocks (CA-1, CK-1, CK-10)', async () => {
      const card = await newCase();
      const seen = textOf(card.card);
      expect(seen).toContain('CS0000001');
      expect(seen).toContain('Interim response');
      expect(seen).toContain('DLAM 3000.05 E4 2.f');
      expect(town.faults).toEqual([]);
    });

    it('includes a refused form with every fault at its field and everything typed kept (AC-1, CA-8)', async () => {
      const card = await newCase({ account: 'XYZ', nsn: '12', contactEmail: '', contactName: 'Kept Name' });
      expect(inputValues(card.card)).toMatchObject({ account: 'XYZ', nsn: '12', contactName: 'Kept Name' });
      const seen = textOf(card.card);
      expect(seen).toMatch(/DoDAAC/);
      expect(seen).toMatch(/13 digits/);
      expect(textOf(last(await town.say('201', 'CS0000001')).card)).toContain('Case CS0000001 not found');
    });

    it('includes a look at similar open cases before another is created (CA-3)', async () => {
      await newCase();
      const again = await newCase({ pr: '7009999999' });
      expect(textOf(again.card)).toContain('CS0000001');
      expect(inputValues(again.card)).toMatchObject({ pr: '7009999999' });
    });

    it('includes an escalation refused on its card for every unmet criterion and empty talk (ES-2, ES-5, ES-9, ES-11)', async () => {
      await newCase({ nsn: '', pr: '', requisition: 'W25G1U63210001' });
      const first = last(await town.say('201', 'escalate CS0000001'));
      const checklist = await town.press('201', first, 'Continue', { direction: 'pre-award', notesDate: '' });
      expect(inputValues(checklist.card)['item.existing-cases']).toBe(
        'No open case with the same requisition.',
      );
      const refused = await town.press('201', checklist, 'Escalate', {
        'item.stock-on-hand': 'Kept finding',
        'item.pr-status': 'ok',
      });
      expect(textOf(refused.card).match(/⚠/g)?.length).toBeGreaterThan(4);
      expect(inputValues(refused.card)).toMatchObject({
        'item.stock-on-hand': 'Kept finding',
        'item.pr-status': 'ok',
      });
      expect(textOf(refused.card)).toContain('"ok" alone doesn\'t tell the next reader anything.');
      expect(textOf(last(await town.say('201', 'CS0000001')).card)).not.toContain('Level 3 ');
    });

    it('includes an escalation to Level 3: its channel gets the card, a gatekeeper claims it, and the agent is notified (ES-11, AS-1)', async () => {
      await newCase();
      const escalated = await escalate();
      expect(textOf(escalated.card)).toContain('Escalated to');
      const arrived = await inL3();
      expect(textOf(arrived.card)).toContain('CS0000001');
      const claimed = await town.press('301', arrived, 'Claim');
      expect(textOf(claimed.card)).toContain('Aviation Level 3 Gatekeeper');
      // The card that everybody in the channel sees is brought up to date, and can no longer be claimed.
      const now = (await inL3()).card;
      expect(textOf(now)).toContain('Aviation Level 3 Gatekeeper');
      expect(actionsOf(now).map(({ title }) => title)).not.toContain('Claim');
      expect(
        (await town.standing(chatOf('201'))).some(({ card }) =>
          textOf(card).includes('Aviation Level 3 Gatekeeper'),
        ),
      ).toBe(true);
      expect(town.faults).toEqual([]);
    });

    it('includes two simultaneous claims, of which one wins and the other sees who won (AS-1)', async () => {
      await newCase();
      await escalate();
      const arrived = await inL3();
      const answers = await Promise.all([
        town.press('301', arrived, 'Claim'),
        town.press('401', arrived, 'Claim'),
      ]);
      const texts = answers.map(({ card }) => textOf(card));
      expect(texts.filter((text) => /Claimed/.test(text))).toHaveLength(1);
      expect(texts.filter((text) => /already|has it/i.test(text))).toHaveLength(1);
    });

    it("continues from update and response to resolution, closure, and the leader's metric (L3-4, L3-5, CL-2, ME-6)", async () => {
      await newCase();
      await town.press(
        '201',
        last(await town.say('201', 'interim CS0000001')),
        'Record as sent',
        SENT_MYSELF,
      );
      await escalate();
      await town.press('301', await inL3(), 'Assign', { assignee: personId('302') });
      const update = last(await town.say('302', 'update CS0000001'));
      const poor = await town.press('302', update, 'Send update', {
        bluf: '',
        dateKind: 'EAD',
        date: '2020-01-01',
      });
      expect(textOf(poor.card)).toContain('BLUF) is missing');
      expect(textOf(poor.card)).toContain('Wed 1 Jan 2020 is in the past');
      await town.press('302', poor, 'Send update', {
        bluf: 'Two quotes are in.',
        dateKind: 'EAD',
        date: '2026-10-20',
      });
      const respond = last(await town.say('302', 'respond CS0000001'));
      await town.press('302', respond, 'Return response', {
        kind: 'award',
        date: '2026-11-01',
        text: 'Awarded.',
      });
      const resolve = last(await town.say('201', 'resolve CS0000001'));
      const kind = inChoices(resolve, 'kind')[0] ?? '';
      await town.press('201', resolve, 'Resolve', {
        kind,
        date: '2026-11-01',
        notes: 'The contract delivery date was given.',
      });
      const close = last(await town.say('201', 'close CS0000001'));
      const closed = await town.press('201', close, 'Close', {
        text: 'Your item is delivered on 1 November.',
        ...SENT_MYSELF,
      });
      expect(textOf(closed.card)).toContain('Closed');
      const metrics = last(await town.say('401', 'metrics'));
      expect(textOf(metrics.card)).toMatch(/100\s?%/);
      const narrowed = last(await town.say('401', 'metrics distribution this month'));
      expect(textOf(narrowed.card)).toContain('othing to count');
      expect(town.faults).toEqual([]);
    });

    it('includes a referral back with what is missing and both supervisors mentioned (L3-2)', async () => {
      await newCase();
      await escalate();
      await town.press('301', await inL3(), 'Claim');
      const form = last(await town.say('301', 'refer back CS0000001'));
      await town.press('301', form, 'Refer back', { missing: 'The quantity needed' });
      const posted = last(await town.standing(CHANNEL_OF['L2-AVN']));
      expect(textOf(posted.card)).toContain('The quantity needed');
      expect(JSON.stringify(posted.card['msteams'].entities)).toContain(personId('401'));
    });

    it('includes a warning in the channel, a breach alert with real mentions once, and its cure on the same card (CK-11)', async () => {
      await newCase();
      await escalate();
      const before = (await town.standing(CHANNEL_OF['L3-AVN'])).length;
      // High priority: one business day to assign; 75% of it are 18 hours.
      town.now = START + 18 * HOUR;
      await town.beat();
      const warned = (await town.standing(CHANNEL_OF['L3-AVN'])).slice(before);
      expect(warned.map(({ card }) => textOf(card)).join()).toMatch(/Assignment/);
      town.now = START + 24 * HOUR + 60_000;
      await town.beat();
      await town.beat();
      const breaches = (await town.standing(CHANNEL_OF['L3-AVN'])).slice(before + warned.length);
      expect(breaches).toHaveLength(1);
      const [breach] = breaches as [Standing];
      const mentioned = JSON.stringify(breach.card['msteams'].entities);
      expect(mentioned).toContain(personId('301'));
      expect(mentioned).toContain(personId('401'));
      const personal = await town.standing(chatOf('401'));
      expect(personal.some(({ card }) => /Assignment/.test(textOf(card)))).toBe(true);
      await town.press('301', breach, 'Claim');
      const cured = (await town.standing(CHANNEL_OF['L3-AVN'])).find(
        ({ activityId }) => activityId === breach.activityId,
      );
      expect(textOf(cured?.card ?? {})).toMatch(/Done late: Assignment/);
      expect(actionsOf(cured?.card ?? {}).map(({ title }) => title)).not.toContain('Claim');
      expect(town.faults).toEqual([]);
    });
  });
}

/** The values of a choice in a card. */
function inChoices(on: Standing, id: string): readonly string[] {
  const input = [...nodesOf(on.card)].find((node) => node['id'] === id);
  return (input?.['choices'] as { value: string }[] | undefined)?.map(({ value }) => value) ?? [];
}
