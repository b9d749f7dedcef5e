import { askedAtClosing } from '../../../../src/domain/cases/satisfaction/ask';
import { answerState, decideAnswer } from '../../../../src/domain/cases/satisfaction/decide-answer';
import {
  DEGREES,
  isDissatisfied,
  isSatisfied,
  type Degree,
} from '../../../../src/domain/cases/satisfaction/degree';
import type { DomainContext } from '../../../../src/domain/kernel/domain-context';
import { aCase, details, opened, type Happened } from '../../../support/cases';
import { aDirectory, aWorld, START } from '../../../support/site';

const context = aWorld();
const word = { by: 'email', to: 'pat@example.mil', subject: 'CS0000001' } as const;
const RESOLVED: Happened = { kind: 'resolved', notes: 'It ships in December.' };
const CLOSED: Happened = { kind: 'closed', text: 'It ships in December.', word };
const ASKED: Happened = { kind: 'satisfaction-asked', to: 'pat@example.mil', subject: 'CS0000001' };
const REOPENED: Happened = { kind: 'reopened', why: 'The wrong part came.' };
const answered: Happened = { kind: 'satisfaction-answered', degree: '2', supervisors: [] };
const degrees = Object.keys(DEGREES) as Degree[];

describe('A degree of satisfaction', () => {
  it('counts as satisfied from 4 up, and notifies a supervisor up to 2 (ME-3, CL-7)', () => {
    expect(degrees.filter(isSatisfied)).toEqual(['4', '5']);
    expect(degrees.filter(isDissatisfied)).toEqual(['1', '2']);
  });
});

describe("A case's readiness for the customer's survey answer", () => {
  it('depends on whether the survey was sent, the case is closed, and there is no answer yet (CL-7)', () => {
    const closed = [RESOLVED, CLOSED];
    expect(answerState(aCase(...closed))).toEqual({ kind: 'not-asked' });
    expect(answerState(aCase(...closed, ASKED))).toEqual({ kind: 'open' });
    expect(answerState(aCase(...closed, ASKED, REOPENED))).toEqual({ kind: 'reopened' });
    const told = aCase(...closed, ASKED, answered);
    expect(answerState(told)).toEqual({ kind: 'answered', answer: told.timeline.at(-1) });
    expect(answerState(aCase(...closed, ASKED, answered, REOPENED))).toMatchObject({ kind: 'answered' });
  });
});

describe("The customer's survey answer", () => {
  const subject = aCase(RESOLVED, CLOSED, ASKED);

  it.each(degrees)(
    'of degree %s is recorded, and the supervisors are notified if the customer is dissatisfied (CL-7)',
    (degree) => {
      const supervisors = Number(degree) <= 2 ? ['av2-supervisor'] : [];
      expect(decideAnswer(subject, { degree, comment: ' ' }, context)).toStrictEqual({
        kind: 'happens',
        event: { kind: 'satisfaction-answered', degree, supervisors },
      });
    },
  );

  it('is recorded with its comment, even if the group left the directory (CL-7)', () => {
    const left = aWorld(START, {
      directory: aDirectory(aDirectory().groups.filter(({ key }) => key !== 'av2')),
    });
    expect(decideAnswer(subject, { degree: '1', comment: 'Nobody called.' }, left)).toStrictEqual({
      kind: 'happens',
      event: { kind: 'satisfaction-answered', degree: '1', comment: 'Nobody called.', supervisors: [] },
    });
  });

  it('requires one of the degrees, and reports its absence at the field (CL-7)', () => {
    expect(decideAnswer(subject, { comment: 'Well done.' }, context)).toEqual({
      kind: 'faulty',
      faults: [{ field: 'degree', message: 'Choose how satisfied you are.' }],
    });
    const other = decideAnswer(subject, { degree: '6' }, context);
    expect(other.kind === 'faulty' && other.faults.map(({ field }) => field)).toEqual(['degree']);
  });
});

describe('The survey after a closure', () => {
  const ASKING: DomainContext = { ...context, asksCustomers: true };
  const before = aCase(RESOLVED);

  it('goes to the customer who got the final resolution by email, even with a later entry in the same act (CL-7)', () => {
    const note: Happened = { kind: 'noted', text: 'The customer thanked us.' };
    const asked = [
      { kind: 'satisfaction-asked', to: word.to, subject: 'Case CS0000001: how satisfied are you?' },
    ];
    expect(askedAtClosing(before, aCase(RESOLVED, CLOSED), ASKING)).toEqual(asked);
    expect(askedAtClosing(before, aCase(RESOLVED, CLOSED, note), ASKING)).toEqual(asked);
  });

  it('does not result from what follows the closure or comes before the next one (CL-7)', () => {
    const note: Happened = { kind: 'noted', text: 'The customer thanked us.' };
    expect(askedAtClosing(aCase(RESOLVED, CLOSED), aCase(RESOLVED, CLOSED, note), ASKING)).toEqual([]);
    const reopened = [RESOLVED, CLOSED, REOPENED];
    expect(askedAtClosing(aCase(...reopened), aCase(...reopened, note), ASKING)).toEqual([]);
  });

  it('does not go to a customer who already got it (CL-7)', () => {
    const reopened = [RESOLVED, CLOSED, ASKED, REOPENED, RESOLVED];
    expect(askedAtClosing(aCase(...reopened), aCase(...reopened, CLOSED), ASKING)).toEqual([]);
  });

  it('does not go out without external contact, without a message, or after a message by phone (CL-7, CK-4)', () => {
    const alone = opened('av2', { details: details({ externalContact: false }) });
    expect(askedAtClosing(aCase(alone, RESOLVED), aCase(alone, RESOLVED, CLOSED), ASKING)).toEqual([]);
    for (const last of [
      { kind: 'closed', text: 'x' },
      { ...CLOSED, word: { by: 'telephone' } },
    ] as Happened[])
      expect(askedAtClosing(before, aCase(RESOLVED, last), ASKING)).toEqual([]);
    expect(askedAtClosing(before, aCase(RESOLVED, CLOSED), context)).toEqual([]);
  });
});
