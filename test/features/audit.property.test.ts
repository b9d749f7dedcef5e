import fc from 'fast-check';
import type { Entry } from '../../src/domain/cases/timeline';
import { registryOf } from '../../src/commands/registry';
import { allCommands } from '../../src/features/all-commands';
import { aCase, escalated, opened } from '../support/cases';
import { Conversation } from '../support/conversation';
import { POST_AWARD, PRE_AWARD } from '../support/escalations';
import { newCaseInputs } from '../support/new-case-inputs';
import { DAY } from '../support/site';

const registry = registryOf(allCommands);
const PEOPLE = ['av2', 'av3'].flatMap((group) =>
  ['agent', 'gatekeeper', 'supervisor'].map((role) => `${group}-${role}`),
);

/** What a form may send: right for one command or another, and what would overwrite something if anything could. */
const INPUTS: readonly Readonly<Record<string, string>>[] = [
  {},
  PRE_AWARD,
  POST_AWARD,
  newCaseInputs({ pr: '' }),
  { text: 'A word.', notes: 'Told the customer.', kind: 'delivery-date', why: 'Misrouted.' },
  { to: 'av3-agent', assignee: 'av3-agent', group: 'av3b', person: 'gatekeeper', why: 'Moved.' },
  { kind: 'award', date: '2027-06-01', text: 'Awarded.', missing: 'The quantity' },
  { bluf: 'Two quotes.', dateKind: 'EAD', date: '2027-06-01' },
  {
    timeline: '[]',
    entry: '0',
    version: '1',
    at: '0',
    by: 'nobody',
    description: 'Overwritten',
    number: 'CS1',
  },
];

const act = fc.record({
  verb: fc.constantFrom(...allCommands.map(({ verb }) => verb)),
  by: fc.constantFrom(...PEOPLE),
  input: fc.constantFrom(...INPUTS),
  page: fc.constantFrom('', '1', '2'),
  days: fc.nat({ max: 12 }),
});

const CASES = ['CS0000001', 'CS0000002'];

describe('Any command by anyone with any input', () => {
  it('leaves every existing entry of a case unchanged, in place, and present (RE-1)', async () => {
    let grown = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        const conversation = new Conversation(registry);
        await conversation.hold(aCase(opened()));
        await conversation.hold(
          aCase(opened('cic'), escalated('av2', { pr: '7000000009' }), escalated('av3')),
        );
        const before = new Map<string, readonly Entry[]>();
        for (const { verb, by, input, page, days } of acts) {
          for (const number of CASES)
            before.set(number, structuredClone((await conversation.case(number)).timeline));
          conversation.now += days * DAY;
          const number = CASES[days % 2] ?? '';
          await conversation.press(by, verb, { ...input, page, case: number, submitted: 'yes' });
          for (const each of CASES) {
            const { timeline } = await conversation.case(each);
            const earlier = before.get(each) ?? [];
            expect(timeline.slice(0, earlier.length)).toEqual(earlier);
            grown += timeline.length - earlier.length;
          }
        }
      }),
      { numRuns: 60 },
    );
    // Many of the acts did something, or nothing was shown.
    expect(grown).toBeGreaterThan(20);
  });
});
