import { openRepositories } from '../../../src/storage/open-repositories';
import { DEMO_DIRECTORY_FILE, loadDirectory } from '../../../src/app/site';
import type { EngineUnderTest } from '../../storage/engine-under-test';
import { CASE, last, START } from '../aviation-call';
import { actionsOf, textOf } from '../seen-card';
import { chatOf, CHANNEL_OF, personId, startTown } from '../town';
import type { PersonKey, Standing, Town } from '../town';

const L2_AGENT = 'level2.agent@aviation.example';

/** A member with open cases is removed by the analyst of the MSC; on the engine that is given. */
export function membersJourney(name: string, engine: EngineUnderTest): void {
  describe(`Removing a member from a group on ${name}`, () => {
    let town: Town;
    const newCase = async (who: PersonKey, pr: string): Promise<Standing> => {
      const form = last(await town.say(who, 'new case'));
      const change = { pr, nsn: '', account: `W25G${pr.slice(-2)}` };
      return town.press(who, form, 'Create case', { ...CASE, ...change });
    };
    const remove = async (filled: Readonly<Record<string, string>>): Promise<string> => {
      const form = last(await town.say('902', `remove member l2-avn ${L2_AGENT}`));
      const sent = await town.press('902', form, 'Remove member', {
        why: 'Moved to another office',
        ...filled,
      });
      return textOf(sent.card);
    };
    const told = async (where: string): Promise<readonly Standing[]> =>
      (await town.standing(where)).filter(({ card }) => textOf(card).includes('Aviation Level 2 Agent left'));
    beforeEach(async () => {
      town = await startTown(START, engine);
    });
    afterEach(async () => {
      await town.end();
      expect(town.faults).toEqual([]);
    });

    it("leaves the member's cases for the gatekeeper, who is notified once and assigns them (AC-5, AC-7)", async () => {
      const old = await newCase('201', '7001234501');
      const text = await remove({ cases: 'leave' });
      expect(text).toContain('Aviation Level 2 Agent is no longer in');
      expect(text).toContain('1 open case without an assignee');

      const [personal, ...others] = await told(chatOf('202'));
      expect(others).toEqual([]);
      expect(textOf(personal!.card)).toContain('The case has no assignee');
      const inChannel = last(await town.standing(CHANNEL_OF['L2-AVN']));
      expect(textOf(inChannel.card)).toContain('Assignee left: Aviation Level 2 Agent');

      // The card from before still stands in their chat: pressed, it does nothing.
      const pressed = await town.press(
        '201',
        old,
        actionsOf(old.card).some(({ title }) => title === 'Resolve') ? 'Resolve' : 'Add note',
      );
      expect(textOf(pressed.card)).toContain("You're no longer in");
      expect(textOf(pressed.card)).toContain('Ask its gatekeeper Aviation Level 2 Gatekeeper');
      expect(textOf(last(await town.say('201', 'note cs1 Called them')).card)).toContain(
        "You're no longer in",
      );

      const queue = textOf(last(await town.say('202', 'queue l2-avn')).card);
      expect(queue).toContain('assignee left: Aviation Level 2 Agent');
      const form = await town.press('202', personal!, 'Assign');
      await town.press('202', form, 'Assign', { to: personId('203') });
      expect(textOf(last(await town.say('202', 'cs1')).card)).not.toContain('Assignee left');
      await town.again();
      expect(await told(chatOf('202'))).toHaveLength(1);

      const history = textOf(last(await town.say('101', 'group history l2-avn')).card);
      expect(history).toContain('Moved to another office');
      expect(history).toContain('Aviation Business Process Analyst');
    });

    it('gives the cases to the member chosen, who is notified (AC-7)', async () => {
      await newCase('201', '7001234501');
      expect(await remove({ cases: personId('202') })).toContain(
        '1 open case now with Aviation Level 2 Gatekeeper',
      );
      expect(await told(chatOf('202'))).toHaveLength(1);
      expect(await told(CHANNEL_OF['L2-AVN'])).toEqual([]);
      expect(textOf(last(await town.say('202', 'my cases')).card)).toContain('CS0000001');
      expect(textOf(last(await town.say('201', 'my cases')).card)).not.toContain('CS0000001');
    });

    it("ends the member's notifications about the case, and the card in their chat has no buttons left (AC-7)", async () => {
      await newCase('201', '7001234501');
      const before = await town.standing(chatOf('201'));
      await remove({ cases: personId('202') });
      await town.press('202', last(await town.say('202', 'note cs1')), 'Add note', { text: 'On its way' });
      const after = await town.standing(chatOf('201'));
      expect(after.map(({ activityId }) => activityId)).toEqual(before.map(({ activityId }) => activityId));
      const card = after.find((each) => textOf(each.card).includes('Assignee'));
      expect(actionsOf(card!.card).map(({ title }) => title)).not.toContain('Add note');
    });

    it('notifies about many cases on one card (AC-7)', async () => {
      for (let each = 10; each < 16; each += 1) await newCase('201', `70012345${each}`);
      const before = (await town.standing(chatOf('202'))).length;
      // Every look at the wall clock would use up the lease of the card.
      town.wallStep = 1;
      await remove({ cases: 'leave' });
      const cards = (await town.standing(chatOf('202'))).slice(before);
      expect(cards).toHaveLength(1);
      expect(textOf(cards[0]!.card)).toContain('6 cases have no assignee');
      const inChannel = last(await town.standing(CHANNEL_OF['L2-AVN']));
      expect(textOf(inChannel.card)).toContain('6 cases have no assignee');
    });

    it('also happens when the directory file no longer has the person: cases are marked, the gatekeeper is notified once, and the person is locked out (AC-7)', async () => {
      await newCase('201', '7001234501');
      const other = await openRepositories(town.engine);
      const { groups, people } = loadDirectory(DEMO_DIRECTORY_FILE);
      const without = groups.map((group) => ({
        ...group,
        agents: group.agents.filter((id) => id !== personId('201')),
      }));
      for (const at of [START + 1, START + 2]) await other.directories.load(without, people, at);

      // At once here too, though another instance read the file.
      const refused = textOf(last(await town.say('201', 'note cs1 Called them')).card);
      expect(refused).toContain("You're no longer in");
      await town.again();
      await town.again();
      expect(await told(chatOf('202'))).toHaveLength(1);
      expect(textOf(last(await town.say('202', 'cs1')).card)).toContain('Assignee left');
      expect(textOf(last(await town.say('202', 'group history l2-avn')).card)).toContain('directory file');
    });

    it('is refused to a gatekeeper with the names of those who can (AC-5)', async () => {
      const refused = textOf(last(await town.say('202', `remove member l2-avn ${L2_AGENT}`)).card);
      expect(refused).toContain(
        'the business process analyst of Aviation (Aviation Business Process Analyst)',
      );
    });
  });
}
