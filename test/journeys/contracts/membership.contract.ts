import type { EngineUnderTest } from '../../storage/engine-under-test';
import { textOf } from '../seen-card';
import { chatOf, CHANNEL_OF, startTown } from '../town';
import type { Standing, Town } from '../town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const last = (cards: readonly Standing[]): Standing => {
  const found = cards.at(-1);
  if (found === undefined) throw new Error('No card came');
  return found;
};

/** A person asks for a group, a gatekeeper or supervisor approves, the person works there; on the engine that is given. */
export function membershipJourney(name: string, engine: EngineUnderTest): void {
  describe(`Membership in a group on ${name}`, () => {
    let town: Town;
    beforeEach(async () => {
      town = await startTown(START, engine);
    });
    afterEach(async () => {
      await town.end();
      expect(town.faults).toEqual([]);
    });

    it('is asked for, approved by one of two people from a card, and confirmed to the person (AC-3)', async () => {
      const asked = last(await town.say('201', 'join l3-avn'));
      expect(textOf(asked.card)).toContain('You asked to join');
      const forGatekeeper = last(await town.standing(chatOf('301')));
      expect(textOf(forGatekeeper.card)).toContain('asks to join');
      const inChannel = last(await town.standing(CHANNEL_OF['L3-AVN']));
      expect(textOf(inChannel.card)).toContain('asks to join');

      const [approved, late] = [
        await town.press('301', forGatekeeper, 'Approve'),
        await town.press('401', inChannel, 'Approve'),
      ];
      expect(textOf(approved.card)).toContain('Aviation Level 3 Gatekeeper approved it');
      expect(textOf(late.card)).toContain('already been answered');
      const told = last(await town.standing(chatOf('201')));
      expect(textOf(told.card)).toContain('You are now an agent of');

      const primary = await town.press('201', told, 'Make it my primary group');
      expect(textOf(primary.card)).toContain('is your primary group');
      expect(textOf(last(await town.say('201', 'groups')).card)).toContain('Your primary group');
    });
  });
}
