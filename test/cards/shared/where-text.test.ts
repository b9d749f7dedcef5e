import { after, entry, NEW_CASE } from '../examples/example-cases';
import { IDS, worldAt } from '../examples/example-context';
import { renderCard } from '../../../src/cards/shared/render';
import type { Actor, Where } from '../../../src/domain/cases/timeline';
import { textOf } from '../../support/card-nodes';

const told = (where?: Where, by: Actor = IDS.agent3): string => {
  const note = entry('2026-11-24T10:00:00-05:00', by, { kind: 'noted', text: 'Called.' }, where);
  const of = after(NEW_CASE, note);
  const card = {
    card: 'case-notification',
    case: of,
    entry: of.timeline.length - 1,
    reader: IDS.agent,
  } as const;
  return textOf(renderCard(card, worldAt()).content);
};

describe('A notification about an entry', () => {
  it('has the case number, who acted, and in which channel or chat', () => {
    const who = /CS0000012[\s\S]*Kim Larsen/;
    expect(told()).toMatch(who);
    expect(told({ kind: 'channel', group: 'av-l3' })).toMatch(
      /Kim Larsen, in the channel of Aviation \S+ Operations ·/,
    );
    expect(told({ kind: 'channel' })).toContain(', in a channel ·');
    expect(told({ kind: 'channel', group: 'gone-l9' })).toContain(', in the channel of gone-l9 ·');
    expect(told({ kind: 'group-chat' })).toContain(', in a group chat ·');
    expect(told({ kind: 'personal' })).toContain(', in a personal chat ·');
  });

  it('has no place for what Casekeeper did, or for entries made before places were recorded', () => {
    for (const text of [told(), told(undefined, 'casekeeper')]) expect(text).not.toMatch(/, in /);
  });
});
