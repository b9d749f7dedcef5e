import type { Field, Form } from '../../src/cards/shared/card-value';
import { cleanText } from '../../src/teams/read-request';
import type { Outcome } from '../../src/commands/command';
import { registryOf } from '../../src/commands/registry';
import { allCommands } from '../../src/features/all-commands';
import { formsOf } from '../support/form-scenes';
import type { ReachedForm } from '../support/form-scenes';
import { brokenBy, HOSTILE_FOR_CARDS } from '../support/inert-card';
import { aWorld } from '../support/site';

const registry = registryOf(allCommands);
const VERBS = allCommands.flatMap((command) => ('form' in command ? [command.verb] : []));
/** A choice that other words may stand for as well: another type of action, in words (rule ES-7). */
const OPEN_CHOICES = new Set(['actionType']);
const WRONG_TYPES: readonly unknown[] = [5, true, null, {}, ['x'], [['x']], { value: 'x' }];

const reached = new Map<string, Promise<readonly ReachedForm[]>>();
const formsBehind = (verb: string): Promise<readonly ReachedForm[]> => {
  const known = reached.get(verb) ?? formsOf(verb, registry);
  reached.set(verb, known);
  return known;
};

const fieldsIn = (form: Form): readonly Field[] => form.sections.flatMap(({ fields }) => fields);
/** The hostile texts, three at a time where more than one can stand in a text. */
const hostileFor = (field: Field): readonly string[] => {
  const [first = '', ...others] = HOSTILE_FOR_CARDS;
  if (!isText(field)) return [first, '__proto__'];
  const between = field.kind === 'text' ? ' ' : '\n';
  return [0, 3, 6].map((from) => [first, ...others].slice(from, from + 3).join(between));
};
/** A form that leads on is not yet sent: what is wrong with it is said at the end of the way. */
const isSent = ({ submit }: Form): boolean => submit.data['leadsOn'] === undefined;
const isDate = ({ kind }: Field): boolean => kind === 'date';
const isText = ({ kind }: Field): boolean => kind === 'text' || kind === 'long-text';

/** The limit, or for a number with a form of its own that form. */
const saysWhatIsRight = (fault: string, limit: number): boolean =>
  fault.includes(String(limit)) ||
  /as in|as \d|DoDAAC|like|for example|such as|(Give|Enter|Use) .*\d/u.test(fault);

/** What a form that was sent comes back with at one field; undefined where it does not come back. */
function backAt(outcome: Outcome, form: Form, id: string) {
  if (outcome.kind !== 'reply' || outcome.reply.card.card !== 'form') return undefined;
  const { form: back } = outcome.reply.card;
  if (back.submit.verb !== form.submit.verb) return undefined;
  const field = fieldsIn(back).find((each) => each.id === id);
  return { form: back, fault: field?.fault, value: field?.value ?? back.submit.data[id] };
}

/** Sends each form of a command with one field replaced, field by field, and gathers what `judge` has against it. */
async function eachField(
  verb: string,
  typedInto: (field: Field) => readonly unknown[],
  judge: (outcome: Outcome, form: Form, field: Field, typed: unknown) => readonly string[],
): Promise<readonly string[]> {
  const against: string[] = [];
  for (const { form, again } of await formsBehind(verb)) {
    for (const field of fieldsIn(form)) {
      for (const typed of typedInto(field)) {
        const scene = await again();
        const outcome = await scene.send(form, { [field.id]: typed });
        const said = judge(outcome, form, field, typed);
        against.push(
          ...said.map((words) => `“${form.title}” ${field.id} ${JSON.stringify(typed)}: ${words}`),
        );
      }
    }
  }
  return against;
}

describe.each(VERBS)('The form of %s', (verb) => {
  it('can be reached by someone in at least one scene', async () => {
    // A confirmation has no field: what goes is shown, or cannot be undone.
    expect((await formsBehind(verb)).map(({ form }) => form.title)).not.toEqual([]);
  });

  it('keeps hostile text as text wherever it is shown', async () => {
    const against = await eachField(verb, hostileFor, (outcome, form, { id }, typed) => {
      // A refusal without a form is words of the house; its parameters are escaped by the same presenters.
      if (outcome.kind === 'refusal') return ['the form is gone'];
      const back = backAt(outcome, form, id);
      const kept = back === undefined || back.value === cleanText(String(typed));
      return [
        ...brokenBy(outcome.reply.card, aWorld()),
        ...(kept ? [] : [`holds ${JSON.stringify(back.value)} afterwards`]),
      ];
    });
    expect(against).toEqual([]);
  });

  it('states a limit for every text, and that limit holds', async () => {
    const limitOf = ({ maxLength = 0 }: Field): number => maxLength;
    const against = await eachField(
      verb,
      (field) => (isText(field) ? ['x'.repeat(limitOf(field)), 'x'.repeat(limitOf(field) + 1)] : []),
      (outcome, form, field, typed) => {
        const back = backAt(outcome, form, field.id);
        const long = String(typed).length > limitOf(field);
        if (!long) return back?.fault?.includes('fewer') === true ? [`is refused: ${back.fault}`] : [];
        if (!isSent(form) && back?.value === typed) return [];
        if (back?.fault === undefined) return ['is taken, or refused elsewhere'];
        if (back.value !== typed) return ['is not kept'];
        return saysWhatIsRight(back.fault, limitOf(field))
          ? []
          : [`is refused without its limit: ${back.fault}`];
      },
    );
    expect(against.map((line) => line.replace(/x{9,}/gu, 'x…'))).toEqual([]);
  });

  it('treats a value of another type as missing or as text', async () => {
    const against = await eachField(
      verb,
      () => WRONG_TYPES,
      (outcome, _form, { id }) => {
        // 5 is read as CS0000005, MR5 or PB0000005, which is not there; that is said instead of the form.
        if (outcome.kind === 'refusal')
          return ['case', 'request', 'problem'].includes(id) ? [] : ['the form is gone'];
        return brokenBy(outcome.reply.card, aWorld());
      },
    );
    expect(against).toEqual([]);
  });

  it('states the range of each of its dates (CL-1)', async () => {
    const dates = (await formsBehind(verb)).flatMap(({ form }) => fieldsIn(form)).filter(isDate);
    expect(dates.filter(({ min = '', max = '' }) => !(min > '1990' && min < max && max < '2100'))).toEqual(
      [],
    );
  });

  it('refuses an unknown choice, an invalid date, and a date out of range at the field (CL-1)', async () => {
    const against = await eachField(
      verb,
      (field) => [
        ...(isDate(field) ? ['0028-06-01', '9999-12-31'] : []),
        ...(['choice', 'search', 'radio', 'date'].includes(field.kind)
          ? ['nonsense', '2026-02-30', '__proto__']
          : []),
      ],
      (outcome, form, { id }, typed) => {
        const back = backAt(outcome, form, id);
        if (back?.fault !== undefined || OPEN_CHOICES.has(id)) return [];
        return !isSent(form) && back?.value === typed ? [] : ['is taken, or refused elsewhere'];
      },
    );
    expect(against).toEqual([]);
  });
});
