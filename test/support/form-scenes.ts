import type { Form } from '../../src/cards/shared/card-value';
import type { Outcome } from '../../src/commands/command';
import type { Registry } from '../../src/commands/registry';
import type { CaseEvent } from '../../src/domain/cases/timeline';
import { readRequest } from '../../src/teams/read-request';
import { action } from './activities';
import { aCase, details, escalated, opened } from './cases';
import { CHANNEL, Conversation } from './conversation';
import { asked as askedFor, ENTERPRISE_SCOPE } from './plans';
import { DAY, START } from './site';

type Data = Readonly<Record<string, unknown>>;

const par: CaseEvent = { kind: 'par-submitted', par: { number: 'PAR-1', kind: 'status', ipg: 'I' } };
const resolved: CaseEvent = { kind: 'resolved', notes: 'Ships.', date: '2027-03-01' };
const asked: CaseEvent = {
  kind: 'closing-asked',
  text: 'Ships in March.',
  reason: 'No stock before March.',
  until: '2027-03-01',
  supervisors: ['av2-supervisor'],
};
const ofDistribution = opened('di2', { details: details({ msc: 'distribution' }) });

/** Where the forms of the product open: a case, and the days that passed. A new form that needs another adds it here. */
const CASES: readonly (readonly [name: string, events: readonly CaseEvent[], days?: number])[] = [
  ['held at Level 1', [opened('cic')]],
  ['held at Level 2', [opened()]],
  ['waiting at Level 2', [opened('av2', { assignee: undefined })]],
  ['with an open PAR', [opened(), par]],
  ['held at Level 3', [opened(), escalated(), { kind: 'assigned', to: 'av3-agent', how: 'assigned' }]],
  ['late at Level 3', [opened(), escalated()], 2],
  ['resolved', [opened(), { kind: 'resolved', notes: 'Ships.' }]],
  ['resolved with a long lead time', [opened(), resolved]],
  ['whose closing waits for approval', [opened(), resolved, asked]],
  ['of Distribution', [ofDistribution]],
  [
    'asked after award',
    [
      opened(),
      escalated('av3', { direction: 'post-award' }),
      { kind: 'assigned', to: 'av3-agent', how: 'assigned' },
    ],
  ],
  [
    'that waits for a Distribution Center',
    [ofDistribution, escalated('di3', { distributionCenter: 'DDSP Susquehanna' })],
  ],
];

const PEOPLE = [
  ...['cic-agent', 'av2-agent', 'av2-gatekeeper', 'av2-supervisor', 'av3-agent', 'av3-gatekeeper'],
  ...['di2-agent', 'di2-gatekeeper', 'po-supervisor', 'nobody'],
];

/** What every scene has: the first case, membership request, reported problem and action plan, and the key of a system. */
const NAMED = {
  case: 'CS0000001',
  request: 'MR1',
  problem: 'PB0000001',
  plan: 'AP0000001',
  system: 'depot',
  account: 'CS0000001',
};

/** Somebody before a case, who fills forms as Teams sends them: every input goes through the door of the bot. */
export class Scene {
  constructor(
    readonly talk: Conversation,
    readonly by: string,
  ) {}

  press(verb: string, data: Data): Promise<Outcome> {
    const read = readRequest(action(verb, data, 'card-1', { serviceUrl: 'http://127.0.0.1:1/' }) as never);
    if (read.kind !== 'request' || read.request.invocation === undefined)
      throw new Error(`The door took no ${verb}`);
    return this.talk.run(this.by, read.request.invocation);
  }

  /** Sends a form with what stands in it, or the last choice where nothing is chosen, some of it replaced. */
  send(form: Form, typed: Data): Promise<Outcome> {
    return this.press(form.submit.verb, { ...valuesOf(form), ...form.submit.data, ...typed });
  }
}

const valuesOf = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    form.sections.flatMap(({ fields }) =>
      fields.map(({ id, value, choices }) => [id, value === '' ? (choices?.at(-1)?.value ?? '') : value]),
    ),
  );

/** A form that somebody can reach, and the way to it. */
export interface ReachedForm {
  readonly form: Form;
  /** The same form in a scene of its own. */
  readonly again: () => Promise<Scene>;
}

const formIn = (outcome: Outcome): Form | undefined =>
  outcome.kind === 'reply' && outcome.reply.card.card === 'form' ? outcome.reply.card.form : undefined;

const fieldIds = (form: Form): string =>
  form.sections.flatMap(({ fields }) => fields.map(({ id }) => id)).join();

/**
 * Every form of a command that anyone of the scenes reaches, each set of fields once: opened without a word, opened on
 * what is named, and where a form leads on, whatever each of its choices leads to.
 */
export async function formsOf(verb: string, registry: Registry): Promise<readonly ReachedForm[]> {
  const reached = new Map<string, ReachedForm>();
  for (const inChannel of [false, true]) {
    // Few forms open in a channel alone.
    if (reached.size > 0) break;
    for (const [index] of CASES.entries()) {
      for (const by of PEOPLE) {
        const open = () => sceneOf(registry, index, by, inChannel);
        // Without a word the case does not matter. Where nothing has to be said a form opens for what is wrong alone.
        const ways = index === 0 ? [NAMED, {}, { scope: 'nowhere' }] : [NAMED];
        for (const data of ways) await follow(verb, open, [[verb, data]], reached);
      }
    }
  }
  return [...reached.values()];
}

async function sceneOf(registry: Registry, index: number, by: string, inChannel: boolean): Promise<Scene> {
  const [, events, days = 0] = CASES[index]!;
  const talk = new Conversation(registry);
  await talk.hold(aCase(...events));
  await talk.say('nobody', 'join av2');
  await talk.say('nobody', 'report problem The card stays empty.');
  const contact = { name: 'Pat Customer', email: 'pat@example.mil' };
  const act = { by: 'av2-agent', at: START, cause: 'known' };
  await talk.customers.record({ kind: 'DoDAAC', code: 'W25G1V' }, contact, act);
  await talk.plans.insert(askedFor({ scope: ENTERPRISE_SCOPE }));
  await talk.apiKeys.issue('depot', 'po-supervisor', START);
  talk.now += days * DAY;
  if (inChannel) talk.place = CHANNEL;
  return new Scene(talk, by);
}

type Step = readonly [verb: string, data: Data];

async function follow(
  verb: string,
  open: () => Promise<Scene>,
  steps: readonly Step[],
  reached: Map<string, ReachedForm>,
): Promise<void> {
  const walk = async () => {
    const scene = await open();
    let last: Outcome | undefined;
    for (const [pressed, data] of steps) last = await scene.press(pressed, data);
    return { scene, last };
  };
  const { last } = await walk();
  const form = last && formIn(last);
  if (form === undefined || form.submit.verb !== verb || reached.has(fieldIds(form))) return;
  reached.set(fieldIds(form), { form, again: async () => (await walk()).scene });
  if (form.submit.data['leadsOn'] === undefined || steps.length > 2) return;
  for (const filled of waysOn(form)) {
    await follow(verb, open, [...steps, [verb, { ...filled, ...form.submit.data }]], reached);
  }
}

/** The form filled in whole, once with each of its choices. */
function waysOn(form: Form): readonly Data[] {
  const fields = form.sections.flatMap((section) => section.fields);
  const whole = Object.fromEntries(
    fields.map(({ id, kind, choices = [], value }) => {
      if (kind === 'toggle') return [id, 'true'];
      if (kind === 'date') return [id, new Date(START).toISOString().slice(0, 10)];
      return [id, choices[0]?.value ?? value];
    }),
  );
  return fields.flatMap(({ id, choices = [] }) => choices.map(({ value }) => ({ ...whole, [id]: value })));
}
