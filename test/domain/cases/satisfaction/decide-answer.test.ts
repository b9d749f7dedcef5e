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

describe('a degree', () => {
  it('counts as satisfied from 4 on, and concerns a supervisor up to 2 (ME-3, CL-7)', () => {
    expect(degrees.filter(isSatisfied)).toEqual(['4', '5']);
    expect(degrees.filter(isDissatisfied)).toEqual(['1', '2']);
  });
});

describe('whether a case takes the customer’s answer', () => {
  it('depends on whether they were asked, it is closed, and they have not answered (CL-7)', () => {
    const closed = [RESOLVED, CLOSED];
    expect(answerState(aCase(...closed))).toEqual({ kind: 'not-asked' });
    expect(answerState(aCase(...closed, ASKED))).toEqual({ kind: 'open' });
    expect(answerState(aCase(...closed, ASKED, REOPENED))).toEqual({ kind: 'reopened' });
    const told = aCase(...closed, ASKED, answered);
    expect(answerState(told)).toEqual({ kind: 'answered', answer: told.timeline.at(-1) });
    expect(answerState(aCase(...closed, ASKED, answered, REOPENED))).toMatchObject({ kind: 'answered' });
  });
});

describe('the customer’s answer', () => {
  const subject = aCase(RESOLVED, CLOSED, ASKED);

  it.each(degrees)(
    'of degree %s is kept, and told to the supervisors where they are dissatisfied (CL-7)',
    (degree) => {
      const supervisors = Number(degree) <= 2 ? ['av2-supervisor'] : [];
      expect(decideAnswer(subject, { degree, comment: ' ' }, context)).toStrictEqual({
        kind: 'happens',
        event: { kind: 'satisfaction-answered', degree, supervisors },
      });
    },
  );

  it('is kept with its comment, also where the group left the directory (CL-7)', () => {
    const left = aWorld(START, {
      directory: aDirectory(aDirectory().groups.filter(({ key }) => key !== 'av2')),
    });
    expect(decideAnswer(subject, { degree: '1', comment: 'Nobody called.' }, left)).toStrictEqual({
      kind: 'happens',
      event: { kind: 'satisfaction-answered', degree: '1', comment: 'Nobody called.', supervisors: [] },
    });
  });

  it('needs one of the degrees, and says so at its field (CL-7)', () => {
    expect(decideAnswer(subject, { comment: 'Well done.' }, context)).toEqual({
      kind: 'faulty',
      faults: [{ field: 'degree', message: 'Choose how satisfied you are.' }],
    });
    const other = decideAnswer(subject, { degree: '6' }, context);
    expect(other.kind === 'faulty' && other.faults.map(({ field }) => field)).toEqual(['degree']);
  });
});

describe('whom closing asks', () => {
  const ASKING: DomainContext = { ...context, asksCustomers: true };
  const before = aCase(RESOLVED);

  it('is the customer who got the final resolution by e-mail, with what came after it in the act (CL-7)', () => {
    const note: Happened = { kind: 'noted', text: 'The customer thanked us.' };
    const asked = [
      { kind: 'satisfaction-asked', to: word.to, subject: 'Case CS0000001: how satisfied are you?' },
    ];
    expect(askedAtClosing(before, aCase(RESOLVED, CLOSED), ASKING)).toEqual(asked);
    expect(askedAtClosing(before, aCase(RESOLVED, CLOSED, note), ASKING)).toEqual(asked);
  });

  it('is nobody by what follows the closing, or comes before the next one (CL-7)', () => {
    const note: Happened = { kind: 'noted', text: 'The customer thanked us.' };
    expect(askedAtClosing(aCase(RESOLVED, CLOSED), aCase(RESOLVED, CLOSED, note), ASKING)).toEqual([]);
    const reopened = [RESOLVED, CLOSED, REOPENED];
    expect(askedAtClosing(aCase(...reopened), aCase(...reopened, note), ASKING)).toEqual([]);
  });

  it('is nobody who was asked already (CL-7)', () => {
    const reopened = [RESOLVED, CLOSED, ASKED, REOPENED, RESOLVED];
    expect(askedAtClosing(aCase(...reopened), aCase(...reopened, CLOSED), ASKING)).toEqual([]);
  });

  it('is nobody without external contact, without a word, or by telephone (CL-7, CK-4)', () => {
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
