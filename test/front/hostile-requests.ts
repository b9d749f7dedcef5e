import { action, botAdded, installed, invoke, message, PERSONAL, submit } from '../support/activities';
import type { WireActivity } from '../support/activities';
import { aRequest } from '../support/api-client';
import { seeded } from '../support/seeded';
import type { Seeded } from '../support/seeded';
import { deepJson, hostileJson, hostileText } from './hostile-values';

/** What a hostile caller knows: who is there, which cases, each verb with the inputs of its forms, the words that begin lines. */
export interface Target {
  readonly serviceUrl: string;
  readonly people: readonly string[];
  readonly cases: readonly string[];
  readonly verbs: readonly { readonly verb: string; readonly inputs: readonly FormInput[] }[];
  readonly words: readonly string[];
  readonly apiKey: string;
}

/** An input of a form with what can be chosen in it. */
export interface FormInput {
  readonly id: string;
  readonly values: readonly string[];
}

/** One request to the front. */
export interface HostileRequest {
  readonly path: '/api/messages' | '/api/cases';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const FIELDS = [
  ...['type', 'id', 'channelId', 'from', 'recipient', 'conversation', 'name', 'text', 'textFormat', 'locale'],
  ...[
    'replyToId',
    'value',
    'channelData',
    'entities',
    'attachments',
    'membersAdded',
    'membersRemoved',
    'action',
  ],
  ...['timestamp', 'localTimestamp', 'expiration', 'callerId', 'deliveryMode', 'reactionsAdded', 'relatesTo'],
  ...['serviceUrl', 'suggestedActions', 'semanticAction', '__proto__', 'constructor', 'toString'],
];
const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { ...JSON_TYPE, 'content-encoding': 'gzip' },
  { 'content-type': 'application/json; charset=latin1' },
  { ...JSON_TYPE, authorization: 'Bearer a.b.c' },
];

/** The request of a round: the same for the same seed, round and target. */
export function hostileRequest(seed: number, round: number, target: Target): HostileRequest {
  const { body, ...rest } = requestOf(seed, round, target);
  // Activities are numbered by their rounds; now and then one comes again under the id of an earlier one.
  const id = round % 50 === 49 ? round - 10 : round;
  return { ...rest, body: body.replace(/"id":"activity-\d+"/, `"id":"round-${id}"`) };
}

function requestOf(seed: number, round: number, target: Target): HostileRequest {
  const chance = seeded(seed * 1_000_003 + round);
  const dice = chance.below(100);
  if (dice < 50) return malformed(chance, target);
  if (dice < 78) return posted(withFields(anyActivity(chance, target), chance));
  if (dice < 80) return posted(JSON.stringify(line(chance, target)));
  if (dice < 81) return posted(JSON.stringify(arrival(chance, target)));
  if (dice < 84) return apiRequest(chance, target);
  return posted(JSON.stringify(form(chance, target)));
}

const posted = (body: string): HostileRequest => ({ path: '/api/messages', headers: JSON_TYPE, body });

/** A body that is no activity, or is not what its header says. */
function malformed(chance: Seeded, target: Target): HostileRequest {
  const whole = JSON.stringify(anyActivity(chance, target));
  switch (chance.below(5)) {
    case 0:
      return posted(whole.slice(0, chance.below(whole.length)));
    case 1:
      return { path: '/api/messages', headers: chance.of(HEADERS), body: whole };
    case 2:
      return posted(whole.replace(/}$/, `,"value":${deepJson(chance.of([30, 200, 20_000]))}}`));
    case 3:
      return chance.once(20) ? posted(`"${'x'.repeat(300 * 1024)}"`) : posted(hostileText(chance));
    default:
      return posted(hostileJson(chance));
  }
}

const originOf = (chance: Seeded, { serviceUrl, people }: Target) => {
  const who = chance.once(8) ? `stranger ${chance.below(500)}` : chance.of(people);
  const kind = chance.of(['personal', 'channel', 'channel', 'groupChat']);
  const place = kind === 'personal' ? who : chance.below(50);
  const id = chance.once(20) ? `${hostileText(chance)}x` : `${kind}-${place};messageid=${chance.below(9)}`;
  return {
    serviceUrl,
    person: { id: `29:${who}`, aadObjectId: who, name: chance.once(3) ? hostileText(chance) : 'Person' },
    conversation: { ...PERSONAL, conversationType: kind, isGroup: kind !== 'personal', id },
  };
};

function anyActivity(chance: Seeded, target: Target): WireActivity {
  switch (chance.below(4)) {
    case 0:
      return line(chance, target);
    case 1:
      return arrival(chance, target);
    case 2:
      return invoke(
        chance.of(['task/fetch', 'composeExtension/query', hostileText(chance)]),
        {},
        originOf(chance, target),
      );
    default:
      return form(chance, target);
  }
}

/** The activity as text with some of its fields replaced, as own keys and after the true ones. */
function withFields(activity: WireActivity, chance: Seeded): string {
  const pairs = Array.from(
    { length: 1 + chance.below(4) },
    () => `,${JSON.stringify(chance.of(FIELDS))}:${hostileJson(chance)}`,
  );
  return `${JSON.stringify(activity).slice(0, -1)}${pairs.join('')}}`;
}

function line(chance: Seeded, target: Target): WireActivity {
  const rest = [chance.of([...target.cases, 'CS9999999', '']), hostileText(chance)].join(' ');
  return message(
    chance.once(4) ? hostileText(chance) : `${chance.of(target.words)} ${rest}`,
    originOf(chance, target),
  );
}

const arrival = (chance: Seeded, target: Target): WireActivity =>
  (chance.once(2) ? installed : botAdded)(originOf(chance, target));

/** A command's form with its fields filled in: correctly, incorrectly, or with values that aren't text. */
function form(chance: Seeded, target: Target): WireActivity {
  const { verb, inputs } = chance.of(target.verbs);
  const data: Record<string, unknown> = {
    case: chance.once(10) ? hostileText(chance) : chance.of(target.cases),
    ...(chance.once(4) ? {} : { submitted: 'yes' }),
    ...(chance.once(3) ? { step: 'checklist', request: 'MR1' } : {}),
    ...(chance.once(20) ? { leadsOn: 'yes', acknowledged: target.cases.join() } : {}),
  };
  for (const { id, values } of inputs) {
    if (chance.once(6)) continue;
    if (chance.once(4)) data[id] = JSON.parse(hostileJson(chance));
    else data[id] = values.length > 0 && !chance.once(4) ? chance.of(values) : hostileText(chance);
  }
  if (chance.once(10)) data[hostileText(chance)] = hostileText(chance);
  const named = chance.once(30) ? chance.of(['__proto__', 'constructor', `${verb} `, 'case.nothing']) : verb;
  const make = chance.once(12) ? submit : action;
  const origin = originOf(chance, target);
  // Most stand in a channel, whose card is not changed for one person: the answer is what counts here.
  return make(named, data, chance.once(8) ? `card-${chance.below(50)}` : '', origin);
}

function apiRequest(chance: Seeded, { apiKey }: Target): HostileRequest {
  const body = aRequest(
    chance.once(2) ? {} : { [chance.of(['account', 'contact', 'ipd', 'pr', 'description'])]: 0 },
  );
  const text = JSON.stringify(body).replace(
    /:0([,}])/,
    (_whole, after: string) => `:${hostileJson(chance)}${after}`,
  );
  const authorization = `Bearer ${chance.once(2) ? apiKey : hostileText(chance).replace(/[^\x20-\x7e]/gu, '')}`;
  return {
    path: '/api/cases',
    headers: { ...JSON_TYPE, authorization, 'idempotency-key': `key-${chance.below(1_000_000)}` },
    body: chance.once(5) ? hostileJson(chance) : text,
  };
}
