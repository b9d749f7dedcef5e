import type { EngineUnderTest } from '../../storage/engine-under-test';
import { CASE, last, START } from '../aviation-call';
import { actionsOf, inputValues, textOf } from '../seen-card';
import { startTown } from '../town';
import type { Town } from '../town';

/** A customer calls, calls again, moves to another address; on the engine that is given. */
export function customerJourney(name: string, engine: EngineUnderTest): void {
  describe(`A returning customer on ${name}`, () => {
    let town: Town;
    beforeEach(async () => {
      town = await startTown(START, engine);
    });
    afterEach(async () => {
      await town.end();
      expect(town.faults).toEqual([]);
    });

    it('is found while typing, has one record that is corrected for all their cases, and their duplicates are linked (AC-1, CA-3, RE-1)', async () => {
      const form = last(await town.say('202', 'new case'));
      const first = await town.press('202', form, 'Create case', CASE);
      expect(textOf(first.card)).toContain('CS0000001 was created.');

      // Found by a part of the address; the form is filled with who they are.
      const found = last(await town.say('202', 'customer pat@unit'));
      expect(textOf(found.card)).toContain('Pat Customer');
      const next = await town.press('202', found, 'New case');
      expect(inputValues(next.card)).toMatchObject({ account: 'W25G1V', contactEmail: CASE.contactEmail });
      const request = Object.fromEntries(Object.entries(CASE).filter(([id]) => !id.startsWith('contact')));
      const shown = await town.press('202', next, 'Create case', {
        ...request,
        pr: '7009999999',
        nsn: CASE.nsn,
      });
      expect(textOf(shown.card)).toContain('CS0000001');
      const second = await town.press('202', shown, 'Create anyway', { link: 'true' });
      expect(textOf(second.card)).toContain('CS0000002 was created. It is linked to CS0000001.');
      expect(textOf(last(await town.say('202', 'cs1')).card)).toContain('Linked to CS0000002');

      // They moved: said once, it is so on both cases.
      const customer = await town.press('202', second, 'Customer’s cases');
      const correcting = await town.press('202', customer, 'Correct contact');
      expect(inputValues(correcting.card)['contactEmail']).toBe(CASE.contactEmail);
      // Somebody of Distribution, who has no case of theirs, may read it and correct nothing, by the form neither.
      const read = await town.press('501', last(await town.say('501', 'cs1')), 'Customer’s cases');
      const refused = await town.press('501', read, 'Correct contact');
      expect(textOf(refused.card)).toContain('an open case of this contact (Aviation Level 2 Gatekeeper');
      const sent = await town.press('501', correcting, 'Correct contact', { why: 'x', contactName: 'Thief' });
      expect(textOf(sent.card)).toContain("isn't available to you here");
      const corrected = await town.press('202', correcting, 'Correct contact', {
        contactEmail: 'pat@new.example.mil',
        why: 'They moved.',
      });
      expect(textOf(corrected.card)).toContain('The contact was corrected. 2 open cases show it.');
      for (const number of ['cs1', 'cs2'])
        expect(textOf(last(await town.say('202', number)).card)).toContain(
          'Pat Customer · pat@new.example.mil',
        );

      // By the former address they are still one, and the form asks which is right.
      const again = await town.press('202', last(await town.say('202', 'new case')), 'Create case', {
        ...CASE,
        pr: '7008888888',
        nsn: '',
      });
      expect(textOf(again.card)).toContain("This contact's record has different details");
      const third = await town.press('202', again, 'Create case', { contactAs: 'known' });
      expect(textOf(third.card)).toContain('Pat Customer · pat@new.example.mil');
      expect(actionsOf(last(await town.say('202', 'customer pat')).card).map(({ title }) => title)).toEqual([
        'New case',
        'New case',
      ]);
    });
  });
}
