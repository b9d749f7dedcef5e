import { after, entry, ESCALATED_CASE, LEVEL_3_CASE, NEW_CASE, WORKED_CASE } from '../examples/example-cases';
import { IDS, worldAt } from '../examples/example-context';
import type { CardValue } from '../../../src/cards/shared/card-value';
import { renderCard } from '../../../src/cards/shared/render';
import type { Case } from '../../../src/domain/cases/case';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { nodesOf, textOf } from '../../support/card-nodes';

const verbs = (value: CardValue, context: DomainContext = worldAt()): unknown[] =>
  nodesOf(renderCard(value, context).content)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ verb }) => verb);
const shown = (value: CardValue, context: DomainContext = worldAt()): string =>
  textOf(renderCard(value, context).content);
const personal = (of: Case): CardValue => ({ card: 'case', case: of, audience: 'person' });
const inChannel = (of: Case): CardValue => ({ card: 'case', case: of, audience: 'channel' });

describe('The case card', () => {
  it('shows each running clock with its due time, time left, and policy row', () => {
    const text = shown(personal(WORKED_CASE));
    expect(text).toContain('Recurring quality status');
    expect(text).toContain('8 days 19 h of business time left');
    expect(text).toContain('Due Tue 8 Dec, 09:30 EST');
    expect(text).toMatch(/CK-2 · DLAM 3000\.05 E4 2\.f/u);
  });
  it('says in words what was missed and how long ago', () => {
    expect(shown(personal(LEVEL_3_CASE), worldAt('2026-12-04T10:00:00-05:00'))).toContain(
      '⚠ missed 30 min ago',
    );
  });
  it('shows the last five entries and the number of others', () => {
    const text = shown(personal(LEVEL_3_CASE));
    expect(text).toContain('2 earlier entries');
    expect(text).not.toContain('Claimed by');
  });
  it('shows all of a description of 4,000 letters', () => {
    const long = { ...NEW_CASE, details: { ...NEW_CASE.details, description: 'x'.repeat(4_000) } };
    expect(shown(personal(long))).toContain('x'.repeat(4_000));
  });
  it('offers Claim and Assign in a channel, with no one preselected (AS-1)', () => {
    const { content } = renderCard(inChannel(ESCALATED_CASE), worldAt());
    const nodes = nodesOf(content);
    expect(nodes.find(({ id }) => id === 'assignee')).toMatchObject({
      type: 'Input.ChoiceSet',
      label: 'Assign to',
    });
    expect(nodes.find(({ verb, type }) => verb === 'case.claim' && type === 'Action.Execute')).toMatchObject({
      associatedInputs: 'none',
    });
    expect(nodes.find(({ verb, type }) => verb === 'case.assign' && type === 'Action.Execute')).toMatchObject(
      {
        associatedInputs: 'auto',
        data: { case: 'CS0000012', version: String(ESCALATED_CASE.timeline.length), submitted: 'yes' },
      },
    );
  });
  it("shows a person the buttons for what they may do, and all of them if the person isn't known (AC-2)", () => {
    const buttons = (viewer: string) =>
      verbs({ card: 'case', case: ESCALATED_CASE, audience: 'person', viewer });
    const views = ['case.clocks', 'case.history', 'case.customer'];
    expect(buttons(IDS.agent)).toEqual([
      ...views,
      'case.status',
      'case.note',
      'case.recall',
      'case.attach',
      'case.link',
      'case.correct',
    ]);
    expect(buttons(IDS.gatekeeper3)).toContain('case.claim');
    expect(buttons(IDS.agent3)).toContain('case.update');
    // At Level 3 of Aviation an agent takes no case themself (AS-1).
    expect(buttons(IDS.agent3)).not.toContain('case.claim');
    expect(verbs(personal(ESCALATED_CASE))).toContain('case.claim');
  });
  it('shows everything that was verified and the whole justification of an escalation (ES-11)', () => {
    const findings = Array.from({ length: 8 }, (_, index) => ({
      item: `item-${index}`,
      label: `Item ${index}`,
      finding: `finding ${index} with some words beside it`,
    }));
    const justification = [{ item: 'aog', label: 'Aircraft on Ground', finding: 'Tail number 88-26015' }];
    const escalated = after(WORKED_CASE, {
      ...entry('2026-11-23T19:00:00-05:00', IDS.agent, {
        kind: 'escalated',
        direction: 'pre-award',
        group: 'av-l3',
        level: 3,
        action: 'PR Expedite',
        findings,
        justification,
      }),
    });
    const text = shown(personal(escalated));
    expect(text).toContain('finding 7');
    expect(text).toContain('88-26015');
  });
  it('says where lines of an entry were left out', () => {
    const text = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
    const noted = after(NEW_CASE, entry('2026-11-23T10:00:00-05:00', IDS.agent, { kind: 'noted', text }));
    expect(textOf(renderCard(personal(noted), worldAt()).content)).toContain('…');
  });
  it('uses the full width in Teams, but not in the Playground', () => {
    const widthOf = (fullWidth: boolean): unknown =>
      (renderCard(personal(NEW_CASE), worldAt(), fullWidth).content as { msteams: object }).msteams;
    expect(widthOf(true)).toEqual({ width: 'Full' });
    expect(widthOf(false)).toEqual({});
  });
  it('has no Claim in a channel once the case is assigned', () => {
    expect(verbs(inChannel(LEVEL_3_CASE))).toEqual(['case.show']);
  });
});
