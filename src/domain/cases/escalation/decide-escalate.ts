import type { Case } from '../case';
import { caseDecision, happens } from '../decision';
import type { Direction } from '../timeline';
import { saysSomething } from '../../kernel/text/says-something';
import type { TypedForm } from '../../kernel/text/typed-form';
import { is, isNot, readLine, TEXT_LIMITS, type Read } from '../../kernel/text/typed-text';
import { comingDatesOf, noteDates } from '../../kernel/text/date-range';
import { MSC_NAMES, type Group, type Msc } from '../../directory/directory';
import type { Policy } from '../../policy/policy';
import { no, refusal } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';
import { checklistOf } from './checklist-of';
import { DIRECTION_NAMES, directionsOf, targetsOf } from './directions';
import { mscOf } from './msc-of';
import { CENTER_ITEM } from './read-center';
import { readFindings } from './read-findings';
import { readJustification } from './read-justification';
import { readLatestNote, type LatestNote } from './read-latest-note';
import { readPar } from './read-par';
import { readPurchase } from './read-purchase';
import { readSiteRequisition } from './read-requisition';

const YES_OR_NO = { yes: 'yes', no: 'no' } as const;

/** What is asked of the next level where the agent need not name it (rule ES-7 is about pre-award). */
const USUAL_ACTION = {
  'level-1-to-2': 'Further assistance',
  'post-award': 'Post Award Request',
  'distribution-center': 'Distribution Center inquiry',
} as const satisfies Partial<Record<Direction, string>>;

/**
 * Escalates the case from Level 1 to 2, or from 2 to 3 before or after award or as a site issue, or names every criterion
 * that is not met at its field, all at once (rules ES-1 to ES-12). Fields: `direction`, `group`, `item.<key>`, `techBlocked`,
 * `siteIssue`, `notesDate`, `eadSuffices`, `justification.<key>`, `justification.<key>.number`, `dateOfNeed`,
 * `actionType`, `nsn`, `pr`, `parNumber`, `parKind`, `parIpg`, `requisition`.
 */
export const decideEscalate = caseDecision('case.escalate', (subject, form, by, context) => {
  const targets = targetsOf(subject, context.directory);
  if (targets.length === 0) {
    const msc = MSC_NAMES[mscOf(subject, context.directory)];
    return no(refusal('nothing-to-escalate-to', { msc, level: String(subject.level + 1) }));
  }
  const policy = context.policies.at(subject.openedAt);
  const direction = readDirection(form, subject, context);
  const group = readTarget(form, targets, subject, mscOf(subject, context.directory));
  // Of a site issue the requisition is asked for, and neither NSN nor PR (rule ES-12).
  const filled =
    direction === 'distribution-center'
      ? readSiteRequisition(form, subject)
      : readPurchase(form, subject, direction, policy.numbers.pr);
  const action = readAction(form, direction, policy);
  const conditions = { techBlocked: says(form, 'techBlocked'), siteIssue: says(form, 'siteIssue') };
  const items =
    direction === undefined
      ? []
      : checklistOf(mscOf(subject, context.directory), direction, conditions, policy);
  const written = readFindings(form, items, subject, by, context);
  const center = written.find(({ item }) => item === CENTER_ITEM)?.finding;
  const noteItem = items.find((item) => item.input === 'latest-note');
  const note =
    noteItem && readLatestNote(form, noteItem, policy.noteCurrencyDays, noteDates(subject, context));
  const justification = needsJustification(form, direction, note)
    ? readJustification(form, policy.justifications, comingDatesOf(subject, context))
    : [];
  const par = direction === 'post-award' ? readPar(form, subject, policy.numbers.par) : undefined;
  const read = form.complete({ direction, group, action });
  if (!read.ok) return read;
  const findings = [...written, ...(note === undefined ? [] : [note.finding])];
  const order = items.map((item) => item.key);
  return happens({
    kind: 'escalated',
    direction: read.value.direction,
    group: read.value.group.key,
    level: subject.level === 1 ? 2 : 3,
    action: read.value.action,
    findings: findings.toSorted((one, other) => order.indexOf(one.item) - order.indexOf(other.item)),
    justification,
    ...filled,
    ...(par === undefined ? {} : { par }),
    ...(center === undefined ? {} : { distributionCenter: center }),
  });
});

function readDirection(form: TypedForm, subject: Case, context: DomainContext): Direction | undefined {
  const possible = directionsOf(subject, context);
  const [only, ...others] = possible;
  if (others.length === 0 && form.raw('direction') === '') return only;
  const direction = form.requiredChoice('direction', 'The direction', DIRECTION_NAMES);
  if (direction === undefined || possible.includes(direction)) return direction;
  const names = possible.map((each) => DIRECTION_NAMES[each]).join(' or ');
  form.fault('direction', `The case is at Level ${subject.level}. Choose: ${names}.`);
  return undefined;
}

function readTarget(form: TypedForm, targets: readonly Group[], subject: Case, msc: Msc): Group | undefined {
  const [only, ...others] = targets;
  if (others.length === 0 && form.raw('group') === '') return only;
  const names = targets.map((group) => group.name).join(', ');
  const wanted = `Level ${subject.level + 1} group in ${MSC_NAMES[msc]}`;
  return form.required('group', `Choose the ${wanted}: ${names}.`, (typed): Read<Group> => {
    const group = targets.find((each) => each.key.toLowerCase() === typed.toLowerCase());
    return group === undefined
      ? isNot(`"${typed.slice(0, 60)}" isn't a ${wanted}. Choose one of: ${names}.`)
      : is(group);
  });
}

/** The type of action that is requested: one of the list, or another that is clear and concise (rule ES-7). */
function readAction(form: TypedForm, direction: Direction | undefined, policy: Policy): string | undefined {
  const usual = direction === undefined || direction === 'pre-award' ? undefined : USUAL_ACTION[direction];
  // A site issue has no type of action to choose: what was chosen for another direction says nothing of it.
  if (usual !== undefined && (direction === 'distribution-center' || form.raw('actionType') === ''))
    return usual;
  const types = policy.actionTypes.join(', ');
  const missing = `The type of action is missing (ES-7). Enter one of: ${types}; or another that is clear and concise.`;
  return form.required('actionType', missing, (typed) => {
    const read = readLine('The type of action', typed, TEXT_LIMITS.name);
    return read.ok && !(/\p{L}{2}/u.test(read.value) && saysSomething(read.value))
      ? isNot(
          `"${read.value}" doesn't say what you're asking for. Enter one of: ${types}; or another in words.`,
        )
      : read;
  });
}

/** Current notes before award raise the question whether the Estimated Award Date suffices (rule ES-8). */
function needsJustification(
  form: TypedForm,
  direction: Direction | undefined,
  note: LatestNote | undefined,
): boolean {
  if (direction !== 'pre-award' || note?.current !== true) return false;
  return (
    form.requiredChoice('eadSuffices', 'Whether the Estimated Award Date is sufficient', YES_OR_NO) === 'no'
  );
}

const says = (form: TypedForm, field: string): boolean =>
  ['yes', 'true'].includes(form.raw(field).toLowerCase());
