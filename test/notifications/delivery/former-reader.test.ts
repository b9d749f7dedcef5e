import { relayOnce } from '../../../src/notifications/relay';
import { sweepOnce } from '../../../src/notifications/sweep';
import { openCase } from '../../../src/domain/cases/change';
import { changeOf } from '../../../src/domain/kernel/change-of';
import { askMembership } from '../../../src/domain/memberships/membership';
import { membershipType } from '../../../src/domain/memberships/membership-type';
import { breach, N, NOON, told } from '../notices';
import { AVIATION, changeFor, opened, stage } from '../stage';
import type { Stage } from '../stage';

const DAY = 86_400_000;
const person = (id: string) => ({ id, name: id, email: `${id}@example.mil`, roles: [] });
const met = (on: Stage, id: string): void =>
  void on.met.set(id, { conversationId: `a:${id}`, serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });

describe('A notification on its way to a person who left the group (AC-7)', () => {
  it('is dropped, while those for others arrive (AC-7)', async () => {
    const on = stage();
    for (const id of ['ann', 'sam']) met(on, id);
    await on.parts.cases.insert(changeFor(N, 0, [told(N, 'ann'), { ...told(N, 'sam'), id: 'to-sam' }]));
    await relayOnce(on.parts);
    on.groups = [{ ...AVIATION, agents: [], former: ['ann'] }];
    await on.deliver();
    expect(on.sent.map(({ to }) => to)).toEqual(['a:sam']);
    expect((await on.store.get(`${N}/told/0/ann`))?.value.state).toBe('dropped');
  });

  it('arrives if they belong to the group again (AC-7)', async () => {
    const on = stage();
    met(on, 'ann');
    await on.parts.cases.insert(changeFor(N, 0, [told(N, 'ann')]));
    await relayOnce(on.parts);
    await on.deliver();
    expect(on.sent.map(({ to }) => to)).toEqual(['a:ann']);
  });

  it('mentions them on no card in the channel (AC-7)', async () => {
    const on = stage();
    await on.parts.cases.insert(changeFor(N, 0, [breach(N)]));
    await relayOnce(on.parts);
    on.groups = [{ ...AVIATION, gatekeepers: [], former: ['gina'] }];
    await on.deliver();
    expect(on.sent.map(({ card }) => 'mentions' in card && card.mentions)).toEqual([['sam']]);
  });

  it('is also dropped if it is a membership request they can no longer answer (AC-3, AC-7)', async () => {
    const on = stage();
    for (const id of ['gina', 'sam']) met(on, id);
    on.people = ['gina', 'sam', 'ann', 'new'].map(person);
    const asked = [askMembership(person('new'), AVIATION)];
    const act = { by: 'new', at: NOON, cause: 'c' };
    await on.records.memberships.insert(
      changeOf(membershipType, 'MR1', undefined, asked, act, on.parts.context()),
    );
    await relayOnce(on.parts);
    on.groups = [{ ...AVIATION, gatekeepers: [], former: ['gina'] }];
    await on.deliver();
    expect(on.sent.map(({ to }) => to).sort()).toEqual(['19:aviation@thread', 'a:sam']);
  });
});

it('The sweep marks a case once, with its next clock, when its assignee is no longer a member (AC-7)', async () => {
  const on = stage();
  const act = { by: 'ann', at: NOON, cause: 'open' };
  const of = { ...opened, assignee: 'ann' };
  on.businessNow = NOON;
  await on.parts.cases.insert({ ...openCase(N, [of], act, on.parts.context()), notifications: [] });
  on.groups = [{ ...AVIATION, agents: [] }];
  on.businessNow = NOON + 0.8 * DAY;
  await sweepOnce(on.parts);
  await sweepOnce(on.parts);
  const { timeline } = (await on.parts.cases.get(N))!.state;
  expect(timeline.map(({ kind }) => kind)).toEqual(['opened', 'clock-warned', 'assignee-left']);
});
