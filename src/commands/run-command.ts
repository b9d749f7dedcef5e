import { refusalText } from '../cards/shared/refusal-text';
import type { Form } from '../cards/shared/card-value';
import type { Person, PersonId } from '../domain/directory/directory';
import { faulty, refusal, type FieldFault, type Refusal } from '../domain/kernel/refusal';
import { TooManyConflicts } from '../runtime/until-saved';
import { unreadableAs } from '../ports/unreadable-record';
import { refuse, reply } from './command';
import type { AnyCommand, CommandContext, Invocation, Outcome } from './command';
import { faultsOf } from './forms/faults-of';
import { readInput, type Given } from './forms/fields';
import { withFaults } from './forms/form-faults';
import { withoutSeen } from './forms/seen';
import { asQuestion } from './lines/parse-line';
import type { Registry } from './registry';
import { causeOfPress, withFormKey } from './single-use/form-key';

/** What the bot knows of a turn before the person is found in the directory. */
interface Call extends Omit<CommandContext, 'actor' | 'commands'> {
  readonly actorId: PersonId;
  /** As Teams has it; the directory's name goes first. */
  readonly actorName?: string;
}

const isRefusal = (opened: Form | Refusal): opened is Refusal => 'code' in opened;
const guest = (id: PersonId, name = ''): Person => ({ id, name, email: '', roles: [] });

/**
 * The one way through: find the command → know the person → validate → ask by a form or run → answer a value. A record that
 * can't be read is reported, with its reference in the log and in `undelivered`. A pressed button has its
 * cause from the form's single-use key, and a form that is answered has one in it (rule CA-11).
 */
export async function runCommand(typed: Invocation, call: Call, registry: Registry): Promise<Outcome> {
  const cause = causeOfPress(typed, call.actorId) ?? call.cause;
  return withFormKey(await answerTo(typed, { ...call, cause }, registry), typed);
}

async function answerTo(typed: Invocation, call: Call, registry: Registry): Promise<Outcome> {
  const known = call.directory.person(call.actorId);
  const invocation = known === undefined ? typed : asQuestion(typed, { ...call, actor: known }, registry);
  const command = registry.byVerb(invocation.verb);
  if (command === undefined) return refuse(refusal('no-such-command', { line: invocation.verb }));
  const actor = known ?? (command.openToAll === true ? guest(call.actorId, call.actorName) : undefined);
  if (actor === undefined) return refuse(refusal('not-in-directory'));

  const context: CommandContext = { ...call, actor, commands: registry.commands };
  try {
    return await carryOut(command, invocation, context);
  } catch (error) {
    const { kind, reference } = unreadableAs(error);
    return refuse(refusal('unreadable-record', { what: context.records.kindName(kind), reference }));
  }
}

async function carryOut(
  command: AnyCommand,
  invocation: Invocation,
  context: CommandContext,
): Promise<Outcome> {
  const { input, sent } = readInput(invocation);
  const parsed = command.schema.safeParse(input);
  // Nothing goes to a customer before who sends it saw it.
  if (parsed.success && command.reachesCustomer === true && !sent)
    return ask(command, input, context, sent, []);
  if (!parsed.success) return ask(command, input, context, sent, faultsOf(parsed.error));
  const outcome = await run(command, parsed.data, context);
  if (outcome.kind === 'reply') return outcome;
  return (await again(command, input, context, sent, outcome.refusal)) ?? outcome;
}

/** If others kept changing the record, the person decides again from the current one. */
async function run(command: AnyCommand, input: unknown, context: CommandContext): Promise<Outcome> {
  try {
    return await command.run(input, context);
  } catch (error) {
    if (error instanceof TooManyConflicts) return refuse(refusal('changed-meanwhile', { number: error.id }));
    throw error;
  }
}

/** Opens the form for what is missing. Faults of what was given are shown; what is only missing is shown once it was sent. */
async function ask(
  command: AnyCommand,
  input: Given,
  context: CommandContext,
  sent: boolean,
  faults: readonly FieldFault[],
): Promise<Outcome> {
  if (command.form === undefined) return refuse(faulty(faults));
  const form = await command.form(input, context, sent);
  if (isRefusal(form)) return refuse(form);
  return reply({ card: 'form', form: withFaults(form, sent ? faults : ofGiven(faults, input)) });
}

/** Shows a refusal in its form if one was sent or fields have faults, so nothing typed is lost (rule ES-9). */
async function again(
  command: AnyCommand,
  input: Given,
  context: CommandContext,
  sent: boolean,
  why: Refusal,
): Promise<Outcome | undefined> {
  if (command.form === undefined || !(sent || why.faults.length > 0)) return undefined;
  // Once a person is told what changed, the form that comes back shows the record as it is now.
  const isStale = why.code === 'changed-since';
  const form = await command.form(isStale ? withoutSeen(input) : input, context, true);
  // A form without fields keeps nothing: the refusal says more.
  if (isRefusal(form)) return undefined;
  if (!isStale && form.sections.every(({ fields }) => fields.length === 0)) return undefined;
  const faults = sent ? why.faults : ofGiven(why.faults, input);
  // A line or a button with something missing opens the form as if it had been asked for.
  if (!sent && faults.length === 0) return reply({ card: 'form', form });
  const { title, text } = refusalText(why);
  return reply({ card: 'form', form: withFaults(form, faults, `${title}\n${text}`) });
}

const ofGiven = (faults: readonly FieldFault[], input: Given): readonly FieldFault[] =>
  faults.filter(({ field }) => (input[field] ?? '').trim() !== '');
