import type { z } from 'zod/v4';
import type { Form } from '../../cards/shared/card-value';
import { actorName } from '../../cards/shared/names';
import type { Case } from '../../domain/cases/case';
import { changedSince } from '../../domain/cases/changed-since';
import { caseType } from '../../domain/cases/case-type';
import { mayNow, type Decision } from '../../domain/cases/decision';
import { possibleFor } from '../../domain/cases/possible-for';
import type { CaseEvent, Entry } from '../../domain/cases/timeline';
import type { Person } from '../../domain/directory/directory';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { BUTTON_TITLES, type CaseAction } from '../../domain/cases/permissions';
import { no, refusal, type Refusal, type Result } from '../../domain/kernel/refusal';
import { changeInTurn } from '../change-in-turn';
import { refuse, type Command, type CommandContext, type Outcome, type Typed } from '../command';
import { conversationOf } from '../where-of';
import { backToCase, sendButton, type Given } from '../forms/fields';
import { caseInput, type CaseInput } from '../forms/inputs';
import { SEEN, seenIn, withSeen } from '../forms/seen';
import { caseThen, readCaseNumber } from './case-number';
import { doneReply } from './case-reply';
import { prAlreadyOpen } from './insert-case';
import { whichCase } from './which-case';

/** What a form about a case adds to the common frame; `submit` and `others` only if they differ from it. */
export type CaseFormParts = Pick<Form, 'title' | 'sections'> & Partial<Form>;

/** A command that changes one case: what differs from one to the next. */
interface CaseActionSpec {
  readonly action: CaseAction;
  readonly formerVerbs?: readonly string[];
  readonly area: string;
  /** Unless it has its own `read`: the case number, then what `freeText` names. */
  readonly typed: Omit<Typed, 'read'> & Partial<Typed>;
  /** What it does goes to the customer; then it has a form. */
  readonly reachesCustomer?: true;
  /** By default, the case number and whatever the decision reads. */
  readonly schema?: z.ZodType<CaseInput>;
  /** The fields of its form; absent if it takes only the case number. */
  form?(current: Case, given: Given, context: CommandContext): CaseFormParts | Promise<CaseFormParts>;
  /** Why the form need not be opened, beside permission and state: nothing could come of it. */
  precondition?(current: Case, context: CommandContext): Refusal | undefined;
  /** It only adds to the case, so that its form stays right whatever others change meanwhile. */
  readonly addsOnly?: true;
  /** Refuses also what permission and state do. */
  readonly decide: Decision;
  /** The banner over the fresh card: what was done, of the case as the change left it. */
  readonly confirmation: (after: Case, context: CommandContext) => string;
}

/** Makes the command of a case action. Opening its form checks permission and state first; so does running it. */
export function caseAction(spec: CaseActionSpec): Command<CaseInput> {
  const { action, formerVerbs, area, typed, reachesCustomer, schema = caseInput } = spec;
  return {
    verb: action,
    ...(formerVerbs === undefined ? {} : { formerVerbs }),
    title: BUTTON_TITLES[action],
    area,
    ...(reachesCustomer === true ? { reachesCustomer } : {}),
    typed: { read: caseThen(typed.freeText), ...typed },
    schema,
    form: (given, context, reopening = false) => open(spec, given, context, reopening),
    run: (input, context) => change(spec, input, context),
  };
}

/** Changes a case, and shows it as it is then; an activity that was handled before is answered as it was then (rule CA-11). */
async function change(spec: CaseActionSpec, input: CaseInput, context: CommandContext): Promise<Outcome> {
  const { decide, confirmation } = spec;
  const { case: number } = input;
  const kept = { type: caseType, records: context.cases };
  let stale: { readonly current: Case; readonly missed: Entry } | undefined;
  const decided = (current: Case): Result<readonly CaseEvent[]> => {
    const read = decide(current, input, context.actor, context);
    const missed = read.ok ? missedBy(spec, current, input, context.actor) : undefined;
    if (missed === undefined) return read;
    stale = { current, missed };
    return no(refusal('changed-since', { number }));
  };
  const changed = await changeInTurn(kept, number, decided, context);
  switch (changed.kind) {
    case 'changed':
    case 'unchanged':
      return doneReply(changed.saved.state, (after) => confirmation(after, context), context);
    case 'missing':
      return refuse(refusal('no-such-case', { number }));
    case 'refused':
      return refuse(
        stale !== undefined && changed.refusal.code === 'changed-since'
          ? await staleForm(spec.action, stale.current, stale.missed, context)
          : changed.refusal,
      );
    case 'exists':
      return refuse(prAlreadyOpen(changed.wanted.details.pr ?? '', changed.saved.id));
  }
}

/**
 * The latest change by someone else after a form was opened that may make it wrong; undefined where it is still right. A
 * button of a card that shows all that is sent counts as a form.
 */
function missedBy(
  { addsOnly, reachesCustomer }: CaseActionSpec,
  current: Case,
  input: CaseInput,
  actor: Person,
): Entry | undefined {
  const shown = reachesCustomer === true ? input['version'] : undefined;
  const seen = seenIn(input) ?? (shown === undefined ? undefined : seenIn({ [SEEN]: shown }));
  return addsOnly === true || seen === undefined ? undefined : changedSince(current, seen, actor.id);
}

/** Says who changed the case meanwhile, and how, so that the person looks again before they send the form. */
async function staleForm(action: CaseAction, current: Case, missed: Entry, context: CommandContext) {
  const reader = { person: context.actor, conversation: conversationOf(context.place) };
  const subject = await context.records.subject(current.number, reader, context);
  const { zone } = context.calendars.ofGroup(current.group);
  return refusal('changed-since', {
    number: current.number,
    who: actorName(missed.by, context),
    what: subject.ok ? subject.value.words(current.timeline.indexOf(missed)).what : '',
    at: instantIn(zone, missed.at),
    action: BUTTON_TITLES[action],
  });
}

async function open(
  spec: CaseActionSpec,
  given: Given,
  context: CommandContext,
  reopening: boolean,
): Promise<Form | Refusal> {
  const title = BUTTON_TITLES[spec.action];
  const number = readCaseNumber(given['case'] ?? '');
  if (number === undefined)
    return whichCase(
      spec.action,
      title,
      given,
      context,
      (current) =>
        possibleFor(current, context.actor, context).includes(spec.action) &&
        spec.precondition?.(current, context) === undefined,
    );
  const read = await context.cases.get(number);
  if (read === undefined) return refusal('no-such-case', { number });
  if (!reopening) {
    const may = mayNow(spec.action, read.state, context.actor, context);
    const refused = may.ok ? spec.precondition?.(read.state, context) : may.refusal;
    if (refused !== undefined) return refused;
  }
  const parts = (await spec.form?.(read.state, given, context)) ?? {
    title: `${title} ${number}`,
    sections: [],
  };
  const form = {
    submit: sendButton(title, spec.action, { case: number }),
    others: [backToCase(number)],
    ...parts,
  };
  return withSeen(form, given, read.state.timeline.length);
}
