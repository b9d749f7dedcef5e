import { dueHappenings } from '../../support/due-happenings';
import fc from 'fast-check';
import { changeOf, openCase, type CaseChange } from '../../../src/domain/cases/change';
import type { Case } from '../../../src/domain/cases/case';
import { decideApprove } from '../../../src/domain/cases/decisions/decide-approve';
import { decideAssign } from '../../../src/domain/cases/decisions/decide-assign';
import { decideClaim } from '../../../src/domain/cases/decisions/decide-claim';
import { decideClose } from '../../../src/domain/cases/decisions/decide-close';
import { decideDcAnswer } from '../../../src/domain/cases/decisions/decide-dc-answer';
import { decideDecline } from '../../../src/domain/cases/decisions/decide-decline';
import { decideLink } from '../../../src/domain/cases/decisions/decide-link';
import { decideInterim } from '../../../src/domain/cases/decisions/decide-interim';
import { decideNote } from '../../../src/domain/cases/decisions/decide-note';
import { decidePar } from '../../../src/domain/cases/pars/decide-par';
import { decideParDone } from '../../../src/domain/cases/pars/decide-par-done';
import { decideParFollowUp } from '../../../src/domain/cases/pars/decide-par-follow-up';
import { decideRecall } from '../../../src/domain/cases/level-3/decide-recall';
import { decideParWithdraw } from '../../../src/domain/cases/pars/decide-par-withdraw';
import { decideReassign } from '../../../src/domain/cases/decisions/decide-reassign';
import { decideReferBack } from '../../../src/domain/cases/decisions/decide-refer-back';
import { decideReopen } from '../../../src/domain/cases/decisions/decide-reopen';
import { decideResolve } from '../../../src/domain/cases/decisions/decide-resolve';
import { decideRespond } from '../../../src/domain/cases/decisions/decide-respond';
import { decideStatus } from '../../../src/domain/cases/decisions/decide-status';
import { decideAttach } from '../../../src/domain/cases/decisions/decide-attach';
import { decideUpdate } from '../../../src/domain/cases/decisions/decide-update';
import type { Decision } from '../../../src/domain/cases/decision';
import { decideAskSupervisors } from '../../../src/domain/cases/escalation/decide-ask-supervisors';
import { decideResend } from '../../../src/domain/cases/decisions/decide-resend';
import { decideAcknowledge } from '../../../src/domain/cases/escalation/decide-acknowledge';
import { decideCorrect } from '../../../src/domain/cases/corrections/decide-correct';
import { decideEscalate } from '../../../src/domain/cases/escalation/decide-escalate';
import { possibleFor } from '../../../src/domain/cases/possible-for';
import { type CaseAction } from '../../../src/domain/cases/permissions';
import { opened } from '../../support/cases';
import { LEVEL_1, POST_AWARD, PRE_AWARD } from '../../support/escalations';
import { aWorld, DAY, person, START } from '../../support/site';

const DECISIONS: Readonly<Record<CaseAction, Decision>> = {
  'case.claim': decideClaim,
  'case.assign': decideAssign,
  'case.note': decideNote,
  'case.escalate': decideEscalate,
  'case.interim': decideInterim,
  'case.status': decideStatus,
  'case.update': decideUpdate,
  'case.refer-back': decideReferBack,
  'case.respond': decideRespond,
  'case.recall': decideRecall,
  'case.reassign': decideReassign,
  'case.resolve': decideResolve,
  'case.close': decideClose,
  'case.dc-answer': decideDcAnswer,
  'case.ask-supervisors': decideAskSupervisors,
  'case.attach': decideAttach,
  'case.par': decidePar,
  'case.par-follow-up': decideParFollowUp,
  'case.par-done': decideParDone,
  'case.par-withdraw': decideParWithdraw,
  'case.approve': decideApprove,
  'case.decline': decideDecline,
  'case.reopen': decideReopen,
  'case.resend': decideResend,
  'case.link': decideLink,
  'case.correct': decideCorrect,
  'case.acknowledge': decideAcknowledge,
};
const ACTIONS = Object.keys(DECISIONS) as CaseAction[];
const WORKERS = ['cic', 'av2', 'av2b', 'av3'].flatMap((group) =>
  ['agent', 'gatekeeper', 'supervisor'].map((role) => `${group}-${role}`),
);

/** A step: somebody (by name, or as they stand to the case) tries something, or time passes and the sweep looks. */
interface Step {
  readonly does: CaseAction | 'sweep';
  readonly by: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly hours: number;
}

const text = fc.constantFrom('', 'Called the vendor.', 'Delivery in December.');
const ANY_FORM = fc.record({
  text,
  link: fc.constantFrom('', 'https://files.example.mil/quote.pdf'),
  to: fc.constantFrom('', 'av2-agent', 'av3-agent'),
  person: fc.constantFrom('', 'av2-agent', 'av2b-agent', 'av3-agent'),
  group: fc.constantFrom('', 'av2', 'av2b', 'av3'),
  why: fc.constant('Misrouted.'),
  missing: fc.constant('PR number'),
  reason: fc.constant('No stock.'),
});
const FORMS: Readonly<Partial<Record<Step['does'], fc.Arbitrary<Step['typed']>>>> = {
  'case.escalate': fc.constantFrom<Step['typed'][]>(LEVEL_1, PRE_AWARD, { ...POST_AWARD, group: 'av3' }, {}),
  'case.update': fc.record({
    bluf: text,
    dateKind: fc.constantFrom('ESD', 'EAD'),
    date: fc.constant('2027-11-02'),
  }),
  'case.respond': fc.record({
    kind: fc.constantFrom('award', 'delay', 'not-procurable', 'information', 'action-taken'),
    date: fc.constantFrom('2027-11-02', '2026-12-10', '2026-11-02'),
    text: fc.constant('As follows.'),
  }),
  'case.par': fc.record({
    parNumber: fc.constantFrom('PAR-20261001', 'PAR-20261002', 'PAR-20261003'),
    parKind: fc.constantFrom('status', 'other'),
    parIpg: fc.constantFrom('I', 'other'),
  }),
  'case.par-done': fc.record({
    judged: fc.constantFrom('adequate', 'inadequate'),
    text: fc.constant('On contract.'),
    parNumber: fc.constantFrom('PAR-20261004', 'PAR-20261005'),
  }),
  'case.correct': fc.record({ requisition: fc.constantFrom('', 'W25G1V63210009'), why: text }),
  'case.resolve': fc.record({ kind: fc.constantFrom('other', 'pod-dispute'), notes: text }),
};

const step: fc.Arbitrary<Step> = fc
  .constantFrom<Step['does'][]>(
    'sweep',
    ...ACTIONS,
    'case.claim',
    'case.escalate',
    'case.escalate',
    'case.respond',
    'case.resolve',
    'case.close',
  )
  .chain((does) =>
    fc.record({
      does: fc.constant(does),
      by: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom('assignee', 'gatekeeper', 'supervisor') },
        fc.constantFrom(...WORKERS),
      ),
      typed: FORMS[does] ?? ANY_FORM,
      hours: fc.nat({ max: 40 }),
    }),
  );

/** Who acts: a worker, or whoever stands so to the case as it is. */
function actorOf(subject: Case, by: string): string {
  if (by === 'assignee') return subject.assignee ?? `${subject.group}-agent`;
  return by === 'gatekeeper' || by === 'supervisor' ? `${subject.group}-${by}` : by;
}

/** Runs the steps and looks at each change that was made. Every step counts on its own activity. */
export function run(
  group: string,
  steps: readonly Step[],
  look: (change: CaseChange, before: Case) => void,
): Case {
  const act = { by: `${group}-agent`, at: START, cause: 'open' };
  let subject = openCase('CS0000001', [opened(group)], act, aWorld()).state;
  let now = START;
  steps.forEach(({ does, by, typed, hours }, index) => {
    now += hours * (DAY / 24);
    const context = aWorld(now);
    const actor = actorOf(subject, by);
    const acting = does === 'sweep' ? 'casekeeper' : actor;
    const result =
      does === 'sweep'
        ? { ok: true as const, value: dueHappenings(subject, context) }
        : DECISIONS[does](subject, typed, person(actor), context);
    if (does !== 'sweep')
      expect(result.ok && !possibleFor(subject, person(actor), context).includes(does)).toBe(false);
    if (!result.ok) return;
    const change = changeOf(subject, result.value, { by: acting, at: now, cause: `step-${index}` }, context);
    look(change, subject);
    subject = change.state;
  });
  return subject;
}

export const story = [
  fc.constantFrom('cic', 'av2'),
  fc.array(step, { minLength: 20, maxLength: 60 }),
] as const;
