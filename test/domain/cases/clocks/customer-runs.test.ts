import * as say from './clock-cases';
import { at, caseOf, clock, escalated, keys, opened, running, context } from './clock-cases';

describe('The interim response clock', () => {
  it.each([
    [1, 17],
    [3, 18],
    [15, 18],
  ])('for IPD %i is due on the %ith, counted from the opening at Level 2 (CK-1, CK-3)', (ipd, day) => {
    const subject = caseOf([at(16, 9), opened(2, 'av-l2', { ipd })]);
    expect(clock(subject, 'interim-response#1').dueAt).toBe(at(day, 9));
  });

  it('starts at the first arrival at Level 2, not at Level 1, and never starts again (CK-1)', () => {
    const levelOne = caseOf([at(16), opened(1, 'cic')]);
    expect(keys(levelOne, 'interim-response')).toEqual([]);
    const subject = caseOf(
      [at(16), opened(1, 'cic')],
      [at(17), escalated('av-l2', 2)],
      [at(18), escalated('av-l3')],
      [at(19), say.referredBack('av-l2', 'b')],
    );
    expect(keys(subject, 'interim-response')).toEqual(['interim-response#1']);
    expect(clock(subject, 'interim-response#1')).toMatchObject({
      startAt: at(17),
      group: 'av-l2',
      state: 'running',
    });
  });

  it('is met once, by the interim response (CK-1)', () => {
    const sent = caseOf([at(16), opened(2, 'av-l2')], [at(17), say.interimSent], [at(18), say.interimSent]);
    expect(clock(sent, 'interim-response#1')).toMatchObject({ state: 'met', endedAt: at(17) });
    expect(keys(sent, 'interim-response')).toHaveLength(1);
  });

  it('is met by a status that is sent first, because it says as much (CK-1)', () => {
    const status = caseOf(
      [at(16), opened(2, 'av-l2')],
      [at(16, 1), say.statusSent],
      [at(17), say.interimSent],
    );
    expect(clock(status, 'interim-response#1')).toMatchObject({ state: 'met', endedAt: at(16, 1) });
    expect(keys(status, 'interim-response')).toHaveLength(1);
  });

  it.each([
    ['an interim response', 'interim-sent'],
    ['a status', 'status-sent'],
  ] as const)('keeps running as if nothing had been sent when %s is refused (CK-1)', (_, kind) => {
    const word = { by: 'email', to: 'sam@example.mil', subject: 'CS0000001' } as const;
    const refused = [
      [at(16), opened(2, 'av-l2')],
      [at(16, 1), { kind, text: 'Being worked.', word }],
      [at(16, 2), { kind: 'mail-refused', of: 1, why: 'refused', said: '550 no such user' }],
    ] as const;
    expect(clock(caseOf(...refused), 'interim-response#1').state).toBe('running');
    expect(keys(caseOf(...refused), 'recurring-status')).toEqual(['recurring-status#1']);
    const called = caseOf(...refused, [
      at(17),
      { kind: 'word-repeated', of: 1, text: 'Being worked.', word: { by: 'telephone' } },
    ]);
    expect(clock(called, 'interim-response#1')).toMatchObject({ state: 'met', endedAt: at(17) });
    expect(keys(called, 'recurring-status')).toHaveLength(kind === 'status-sent' ? 2 : 1);
  });

  it('is met when the mail server first refuses the message and then accepts it (CK-1)', () => {
    const word = { by: 'email', to: 'sam@example.mil', subject: 'CS0000001' } as const;
    const sent = caseOf(
      [at(16), opened(2, 'av-l2')],
      [at(17), { kind: 'interim-sent', text: 'Being worked.', word }],
      [at(17, 1), { kind: 'mail-refused', of: 1, why: 'refused', said: '451 try again' }],
      [at(17, 2), { kind: 'mail-sent', of: 1 }],
    );
    expect(clock(sent, 'interim-response#1')).toMatchObject({ state: 'met', endedAt: at(17) });
  });

  it('is met at the time the message was sent, even if the mail server accepts it later (CK-1)', () => {
    const word = { by: 'email', to: 'sam@example.mil', subject: 'CS0000001' } as const;
    const sent = caseOf(
      [at(16), opened(2, 'av-l2')],
      [at(17), { kind: 'interim-sent', text: 'Being worked.', word }],
      [at(20), { kind: 'mail-sent', of: 1 }],
    );
    expect(clock(sent, 'interim-response#1')).toMatchObject({ state: 'met', endedAt: at(17) });
  });
});

describe('A message at a site without a mail server', () => {
  const email = { by: 'email', to: 'sam@example.mil', subject: 'CS0000001' } as const;
  const arrived = [at(16), opened(2, 'av-l2')] as const;

  it.each([
    ['an interim response', 'interim-sent', 1],
    ['a status', 'status-sent', 2],
  ] as const)(
    'counts from when its writer confirms that they sent it: %s (CK-1, CK-2)',
    (_, kind, statuses) => {
      const word = { ...email, by: 'own-mail' } as const;
      const sent = caseOf(arrived, [at(17), { kind, text: 'Being worked.', word }]);
      expect(clock(sent, 'interim-response#1')).toMatchObject({ state: 'met', endedAt: at(17) });
      expect(keys(sent, 'recurring-status')).toHaveLength(statuses);
    },
  );

  it.each([
    ['an interim response', 'interim-sent'],
    ['a status', 'status-sent'],
  ] as const)('does not count until it is sent: %s (CK-1, CK-2)', (_, kind) => {
    const kept = [
      arrived,
      [at(16, 1), { kind, text: 'Being worked.', word: email }],
      [at(16, 2), { kind: 'mail-not-sent', of: 1 }],
    ] as const;
    expect(clock(caseOf(...kept), 'interim-response#1').state).toBe('running');
    expect(keys(caseOf(...kept), 'recurring-status')).toEqual(['recurring-status#1']);
    // The site has a mail server since: it counts from when it was given.
    const sent = caseOf(...kept, [at(20), { kind: 'mail-sent', of: 1 }]);
    expect(clock(sent, 'interim-response#1')).toMatchObject({ state: 'met', endedAt: at(16, 1) });
    // Or its writer sent it themselves: it counts from then.
    const word = { ...email, by: 'own-mail' } as const;
    const again = caseOf(...kept, [at(17), { kind: 'word-repeated', of: 1, text: 'Being worked.', word }]);
    expect(clock(again, 'interim-response#1')).toMatchObject({ state: 'met', endedAt: at(17) });
  });
});

describe('The recurring quality status clock', () => {
  it.each([
    [1, 19],
    [2, 1],
    [7, 8],
    [8, 22],
  ])('for IPD %i is due on day %i of its month (CK-2, CK-3)', (ipd, day) => {
    const subject = caseOf([at(16, 9), opened(2, 'av-l2', { ipd })]);
    expect(new Date(clock(subject, 'recurring-status#1').dueAt).getUTCDate()).toBe(day);
  });

  it('restarts with each status sent, but not with the interim response (CK-2)', () => {
    const subject = caseOf(
      [at(16), opened(2, 'av-l2')],
      [at(17), say.interimSent],
      [at(18), say.statusSent],
      [at(20), say.statusSent],
    );
    expect(keys(subject, 'recurring-status')).toEqual([1, 2, 3].map((nth) => `recurring-status#${nth}`));
    expect(clock(subject, 'recurring-status#1')).toMatchObject({
      startAt: at(16),
      state: 'met',
      endedAt: at(18),
    });
    expect(clock(subject, 'recurring-status#3')).toMatchObject({ startAt: at(20), state: 'running' });
  });

  it('keeps running while Level 3 holds the case, and is owed by Level 2 (CK-2)', () => {
    const subject = caseOf(
      [at(16), opened(2, 'av-l2')],
      [at(17), escalated('av-l3')],
      [at(18), say.statusSent],
    );
    expect(clock(subject, 'recurring-status#2')).toMatchObject({ group: 'av-l2', state: 'running' });
  });

  it('moves with the case to another Level 2 group and keeps its due time (AS-3, BT-4)', () => {
    const start = [at(16, 9), opened(2, 'av-l2')] as const;
    const moved = caseOf(start, [at(17, 9), say.reassigned('av-l2-west', 2)]);
    const before = clock(caseOf(start), 'recurring-status#1');
    expect(clock(moved, 'recurring-status#1')).toEqual({ ...before, group: 'av-l2-west' });
    const next = clock(
      caseOf(start, [at(17, 9), say.reassigned('av-l2-west', 2)], [at(17, 9), say.statusSent]),
      'recurring-status#2',
    );
    const west = context.calendars.ofGroup('av-l2-west');
    expect(next.dueAt).toBe(west.add(at(17, 9), 15 * 86_400_000));
  });
});

describe('A case without external contact', () => {
  it('owes neither an interim response nor a status (CK-4)', () => {
    const subject = caseOf([at(16), opened(2, 'av-l2', { externalContact: false })]);
    expect(running(subject)).toEqual([
      'assignment#1',
      'resolution-enterprise#1',
      'resolution-level-2-and-3#1',
    ]);
  });
});

describe('A resolved case', () => {
  it('starts no clock until it is closed or reopened (CK-1, AS-3, CK-8)', () => {
    const par = { number: 'PAR-1', kind: 'status', ipg: 'II' } as const;
    const subject = caseOf(
      [at(16), opened(2, 'av-l2', {}, 'b')],
      [at(17), say.resolved],
      [at(18), say.reassigned('av-l2-west', 2)],
      [at(18, 1), { kind: 'par-submitted', par }],
    );
    expect(running(subject)).toEqual(['resolution-enterprise#1', 'resolution-level-2-and-3#1']);
    expect(keys(subject, 'assignment')).toEqual([]);
    expect(keys(subject, 'par-follow-up')).toEqual([]);
  });
});

describe('A case closed within its timeframes', () => {
  it('no longer owes an interim response or a status (CK-4)', () => {
    const subject = caseOf([at(16), opened(2, 'av-l2')], [at(17), say.closed]);
    for (const key of ['interim-response#1', 'recurring-status#1']) {
      expect(clock(subject, key)).toMatchObject({ state: 'void', endedAt: at(17) });
    }
  });

  it('owes a status but no interim response once it is reopened (CK-4)', () => {
    const subject = caseOf([at(16), opened(2, 'av-l2')], [at(16, 1), say.closed], [at(16, 2), say.reopened]);
    expect(keys(subject, 'interim-response')).toEqual(['interim-response#1']);
    expect(clock(subject, 'interim-response#1')).toMatchObject({ state: 'void', endedAt: at(16, 1) });
    expect(clock(subject, 'recurring-status#2')).toMatchObject({ state: 'running', startAt: at(16, 2) });
  });
});
