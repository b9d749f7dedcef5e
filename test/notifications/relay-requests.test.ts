import { siteKinds } from '../../src/app/site-kinds';
import { relayOnce } from '../../src/notifications/relay';
import { SendFault } from '../../src/ports/sender';
import { answerMembership, askMembership } from '../../src/domain/memberships/membership';
import type { MembershipRequest } from '../../src/domain/memberships/membership';
import { membershipType } from '../../src/domain/memberships/membership-type';
import { changeOf } from '../../src/domain/kernel/change-of';
import { directoryOf } from '../../src/domain/directory/directory';
import type { Person } from '../../src/domain/directory/directory';
import type { Address } from '../../src/ports/conversations';
import { AVIATION, deskOf, stage } from './stage';
import type { Stage } from './stage';

const someone = (id: string, name: string): Person => ({ id, name, email: `${id}@example.mil`, roles: [] });
const GINA = someone('gina', 'Gina');
const GUEST: Person = { id: 'guest', name: 'Guest of Teams', email: '', roles: [] };
const DIRECTORY = directoryOf([AVIATION], [GINA, someone('sam', 'Sam')]);
const chatOf = (id: string): Address => ({
  conversationId: `a:${id}`,
  serviceUrl: 'http://127.0.0.1:9/',
  kind: 'personal',
});

const domainContextOf = (on: Stage) => ({ ...on.parts.context(), directory: DIRECTORY });

async function ask(on: Stage, cause = 'c1', person = GUEST): Promise<MembershipRequest> {
  const { memberships } = on.records;
  const act = { at: on.businessNow, by: person.id, cause };
  const events = [askMembership(person, AVIATION)];
  const change = changeOf(
    membershipType,
    await memberships.nextId(),
    undefined,
    events,
    act,
    domainContextOf(on),
  );
  await memberships.insert(change);
  return change.state;
}

/** The answer is saved, and the process ends before anything else is done. */
async function answer(on: Stage, request: MembershipRequest, how: 'approved' | 'declined'): Promise<void> {
  const { memberships } = on.records;
  const { state = request, version = 0 } = (await memberships.get(request.id)) ?? {};
  const act = { at: on.businessNow, by: GINA.id, cause: 'c2' };
  const reason = how === 'declined' ? 'The group is full' : '';
  const decided = answerMembership(state, how, reason, GINA, DIRECTORY);
  if (!decided.ok) throw new Error(decided.refusal.code);
  const change = changeOf(membershipType, request.id, state, decided.value, act, domainContextOf(on));
  expect((await memberships.save(version, change)).kind).toBe('saved');
}

const told = (on: Stage): string[] =>
  on.sent.map(({ to, card }) => `${to}: ${card.card === 'message' ? card.title : card.card}`);

describe('The notifications of a membership request (AC-3)', () => {
  it("reach the group's gatekeepers and supervisors, its channel, and then the requester, each once (AC-3)", async () => {
    const on = stage();
    for (const id of ['gina', 'sam', 'guest']) on.met.set(id, chatOf(id));
    const request = await ask(on);
    await relayOnce(on.parts);
    await relayOnce(on.parts);
    await on.deliver();
    const asks = 'MR1: Guest of Teams asks to join Aviation Level 2';
    expect(told(on).sort()).toEqual([`19:aviation@thread: ${asks}`, `a:gina: ${asks}`, `a:sam: ${asks}`]);
    await answer(on, request, 'declined');
    await relayOnce(on.parts);
    on.wallNow += 60_000;
    await on.deliver();
    expect(told(on).slice(3)).toEqual(['a:guest: Your request to join Aviation Level 2 was declined']);
    expect(on.admitted).toEqual([]);
    expect(await on.records.memberships.pending(10)).toEqual([]);
  });

  it("complete an approval that didn't reach the directory before the person is notified (AC-3)", async () => {
    const on = stage();
    on.met.set('guest', chatOf('guest'));
    await answer(on, await ask(on), 'approved');
    await relayOnce(on.parts);
    expect(on.admitted).toEqual(['guest (Guest of Teams) to AVN-L2']);
    expect(on.sent).toEqual([]);
    await on.deliver();
    expect(told(on)).toContain('a:guest: You are now an agent of Aviation Level 2');
  });

  it('that leave late show the request as it is then, and wait for a person who has not met the bot', async () => {
    const on = stage();
    const request = await ask(on);
    await relayOnce(on.parts);
    await on.deliver();
    expect(await on.states()).toContain('MR1/entry-0/asked/person:gina parked');
    await answer(on, request, 'approved');
    await relayOnce(on.parts);
    on.met.set('gina', chatOf('gina'));
    await on.outbox.release('person:gina');
    await on.deliver();
    const late = on.sent.find(({ to }) => to === 'a:gina')?.card;
    expect(late).toMatchObject({
      card: 'message',
      buttons: [],
      text: expect.stringContaining('approved it'),
    });
  });

  it('for a request at fault are logged and block no other', async () => {
    const on = stage();
    const first = await ask(on);
    await answer(on, first, 'approved');
    await ask(on, 'c3', someone('bob', 'Bob'));
    const { directories } = on.records;
    const broken = { ...directories, admit: () => Promise.reject(new Error('the store is away')) };
    await relayOnce({ ...on.parts, kinds: siteKinds({ ...on.records, directories: broken }) });
    expect(on.logged.map(({ fields }) => fields['record'])).toEqual(['MR1']);
    const waiting = await on.records.memberships.pending(10);
    expect(waiting.map(({ id }) => id)).toEqual(['MR1']);
    await relayOnce(on.parts);
    expect(await on.records.memberships.pending(10)).toEqual([]);
  });

  it("for a request that doesn't exist are dropped and logged", async () => {
    const on = stage();
    const to = { kind: 'group', group: 'AVN-L2' } as const;
    const about = { kind: 'membership', id: 'MR9' };
    await on.outbox.put({ id: 'MR9/asked', about, topic: 'asked', to, mentions: [], madeAt: 0 }, 0);
    await on.deliver();
    expect(on.sent).toEqual([]);
    expect(await on.states()).toEqual(['MR9/asked dead']);
    expect(on.logged.at(-1)).toMatchObject({ level: 'error', fields: { record: 'MR9', why: 'no-case' } });
    expect(await deskOf(on).standing(10)).toMatchObject([
      { of: 'MR9', says: 'Membership requested', to, state: 'dead', why: 'no-case' },
    ]);
  });

  it('to a conversation that is gone are dead-lettered for the program office, and no supervisor of a case is notified', async () => {
    const on = stage();
    const request = await ask(on);
    on.teams = () => Promise.reject(new SendFault(404));
    await relayOnce(on.parts);
    await on.deliver();
    const standing = await deskOf(on).standing(10);
    const dead = standing.filter(({ state }) => state === 'dead');
    expect(dead.map(({ of, says, why }) => [of, says, why])).toEqual([
      [request.id, 'Membership requested', 'gone'],
    ]);
    expect(standing.map(({ id }) => id).filter((id) => id.includes('undelivered'))).toEqual([]);
  });
});
