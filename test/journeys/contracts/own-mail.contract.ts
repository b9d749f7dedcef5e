import type { EngineUnderTest } from '../../storage/engine-under-test';
import { CASE, last, SENT_MYSELF, START } from '../aviation-call';
import { inputValues, textOf } from '../seen-card';
import { CHANNEL_OF, startTown } from '../town';
import type { Standing, Town } from '../town';

const HOUR = 3_600_000;
const TO = 'pat@unit.example.mil';

/** A site without a mail server over HTTP: who writes to a customer sends it themselves, and confirms it. */
export function ownMail(name: string, engine: EngineUnderTest): void {
  describe(`A site without a mail server on ${name}`, () => {
    let town: Town;
    const said = async (who: '201' | '401', line: string): Promise<Standing> =>
      last(await town.say(who, line));
    const seen = async (line: string): Promise<string> => textOf((await said('201', line)).card);
    beforeEach(async () => {
      town = await startTown(START, engine);
      await town.press('201', await said('201', 'new case'), 'Create case', CASE);
    });
    afterEach(async () => {
      await town.end();
    });

    it('gives the agent the interim response to send, and counts it once, from when they confirm (CK-1, CA-11)', async () => {
      const form = await said('201', 'interim CS0000001');
      expect(textOf(form.card)).toContain(
        'This site has no mail server. Copy this message, send it to Pat Customer',
      );
      const { mailTo, mailSubject, text, sentMyself } = inputValues(form.card);
      const subject = "Case CS0000001: we're working on your inquiry";
      expect([mailTo, mailSubject, sentMyself]).toEqual([TO, subject, 'false']);
      expect(text).toContain('We registered it as case CS0000001 and are working on it.');

      const edited = { text: 'We are on it.' };
      const unconfirmed = await town.press('201', form, 'Record as sent', edited);
      expect(textOf(unconfirmed.card)).toContain(
        'Not recorded yet. This site has no mail server: send the message to Pat Customer',
      );
      expect(inputValues(unconfirmed.card)).toMatchObject({ ...edited, sentMyself: 'false' });
      expect(await seen('clocks CS0000001')).toContain('4 running, 0 ended');
      expect(await seen('history CS0000001')).toContain('· 1 entry');

      town.now = START + 2 * HOUR;
      const recorded = await Promise.all([
        town.press('201', unconfirmed, 'Record as sent', SENT_MYSELF),
        town.press('201', unconfirmed, 'Record as sent', SENT_MYSELF),
      ]);
      for (const { card } of recorded) {
        expect(textOf(card)).toContain(`It's recorded that you sent it to ${TO}.`);
        expect(textOf(card)).toContain('Interim response: met, Tue 6 Oct, 12:00 EDT');
      }
      expect(await seen('clocks CS0000001')).toContain('3 running, 1 ended');
      const history = await seen('history CS0000001');
      expect(history).toContain('· 2 entries');
      expect(history).toContain('Interim response sent by Aviation Level 2 Agent, confirmed');
      expect(history).toContain(`Sent to: ${TO}: ${subject}`);
      expect(history).not.toContain('by email');
      await town.again();
      expect(await seen('history CS0000001')).toContain('· 2 entries');
      expect(town.faults).toEqual([]);
    });

    it('gives the whole final resolution to the supervisor who approves a long lead time (CK-1, CL-5)', async () => {
      const resolution = { kind: 'delivery-date', notes: 'Delivery in March.', date: '2027-03-01' };
      await town.press('201', await said('201', 'resolve CS0000001'), 'Resolve', resolution);
      const close = await said('201', 'close CS0000001');
      expect(textOf(close.card)).toContain('The supervisor who approves the closing sends the message');
      await town.press('201', close, 'Close', { reason: 'No source is earlier.' });
      const asked = last(await town.standing(CHANNEL_OF['L2-AVN']));
      const form = await town.press('401', asked, 'Approve closing');
      expect(textOf(form.card)).not.toContain('⚠');
      const { mailTo, letter } = inputValues(form.card);
      expect(mailTo).toBe(TO);
      expect(letter).toMatch(
        /Expected delivery: Mon 1 Mar 2027\.[^]*Reason for the lead time: No source is earlier\./,
      );
      const unconfirmed = await town.press('401', form, 'Approve closing');
      expect(textOf(unconfirmed.card)).toContain('Not recorded yet');
      expect(await seen('CS0000001')).toContain('Waiting for approval');
      const approved = await town.press('401', unconfirmed, 'Approve closing', SENT_MYSELF);
      expect(textOf(approved.card)).toContain(
        `Approved and closed. It's recorded that you sent it to ${TO}.`,
      );
      expect(await seen('CS0000001')).toContain(
        'Closing approved: final resolution sent by Aviation Supervisor, confirmed',
      );
      expect(town.faults).toEqual([]);
    });

    it('shows the whole message to a supervisor who closes with a long lead time, and then records it (CK-1, CL-5)', async () => {
      const resolution = { kind: 'delivery-date', notes: 'Delivery in March.', date: '2027-03-01' };
      await town.press('201', await said('201', 'resolve CS0000001'), 'Resolve', resolution);
      const parts = { text: 'Delivery in March.', reason: 'No source is earlier.' };
      const first = await said('401', 'close CS0000001');
      const lacking = await town.press('401', first, 'Close', { text: parts.text });
      expect(textOf(lacking.card)).toContain('Write the reason for closing');
      const message = await town.press('401', lacking, 'Close', parts);
      const letter = 'Delivery in March.\n\nReason for the lead time: No source is earlier.';
      expect(inputValues(message.card)).toMatchObject({ mailTo: TO, letter, sentMyself: 'false' });
      expect(await seen('CS0000001')).toContain('Resolved');
      const changed = await town.press('401', message, 'Change');
      expect(inputValues(changed.card)).toMatchObject({ ...parts, mailTo: TO });
      const again = await town.press('401', changed, 'Close', { alternative: 'Local purchase.' });
      expect(inputValues(again.card)['letter']).toContain('What you can do in the meantime: Local purchase.');
      const edited = { letter: `${letter}\n\nYours, the supervisor` };
      const unconfirmed = await town.press('401', again, 'Close', edited);
      expect(inputValues(unconfirmed.card)).toMatchObject(edited);
      const closed = await town.press('401', unconfirmed, 'Close', SENT_MYSELF);
      expect(textOf(closed.card)).toContain("Closed. It's recorded that you sent it");
      const history = await seen('history CS0000001');
      expect(history).toContain('Yours, the supervisor');
      expect(history).toContain('Alternative: Local purchase.');
      expect(town.faults).toEqual([]);
    });
  });
}
