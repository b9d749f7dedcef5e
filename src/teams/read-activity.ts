import type { Activity } from 'botbuilder';
import { isLoopback } from '../runtime/loopback';

/** An activity fit for the SDK, or the name of what is wrong with the body. */
type ActivityRead =
  { readonly ok: true; readonly activity: Activity } | { readonly ok: false; readonly fault: string };

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

// A card's data is a few levels deep; what is deeper was made to exhaust someone's stack.
const DEEPEST = 40;
// One of Teams has some dozens of objects and lists.
const MAX_NODES = 5_000;
const MAX_ID = 2048;
// Ids of people and tenants, which are kept by them: GUIDs in Teams.
const MAX_KEY = 100;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const absent: Check = (value) => value === undefined || value === null;
const isId: Check = (value) => typeof value === 'string' && value !== '' && value.length <= MAX_ID;
// Ids that go back to Teams in the path and the headers of a call: what cannot stand there names nothing of Teams.
const isPlainId: Check = (value) => isId(value) && /^[\x20-\x7e]+$/.test(value as string);
const isText: Check = (value) => typeof value === 'string';
const optional =
  (check: Check): Check =>
  (value) =>
    absent(value) || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isObject(value) && faultIn(value, checks) === undefined;

function faultIn(value: Fields, checks: Readonly<Record<string, Check>>): string | undefined {
  return Object.keys(checks).find((name) => checks[name]?.(value[name]) === false);
}

const someText = optional(isText);
const someKey = optional((value) => typeof value === 'string' && value.length <= MAX_KEY);
const account = shape({ id: isId, name: someText, aadObjectId: someKey, role: someText });
const identified = shape({ id: optional(isText) });
const withId = optional(shape({ id: someText }));
const withKey = optional(shape({ id: someKey }));

// Every field that the SDK, teams-ai or this bot reads; `value` may be anything and is read with care.
const ACTIVITY: Readonly<Record<string, Check>> = {
  type: isId,
  id: isPlainId,
  channelId: isId,
  from: account,
  recipient: account,
  conversation: shape({
    id: isPlainId,
    name: someText,
    conversationType: someText,
    tenantId: someKey,
    isGroup: optional((value) => typeof value === 'boolean'),
  }),
  serviceUrl: isId,
  name: someText,
  text: someText,
  textFormat: someText,
  locale: someText,
  action: someText,
  replyToId: (value) => absent(value) || value === '' || isPlainId(value),
  callerId: someText,
  deliveryMode: someText,
  timestamp: someText,
  localTimestamp: someText,
  expiration: someText,
  channelData: optional(shape({ eventType: someText, tenant: withKey, team: withId, channel: withId })),
  entities: optional(listOf(isObject)),
  attachments: optional(listOf(isObject)),
  membersAdded: optional(listOf(identified)),
  membersRemoved: optional(listOf(identified)),
  reactionsAdded: optional(listOf(isObject)),
  reactionsRemoved: optional(listOf(isObject)),
};

/** Whether the value nests no deeper, and holds no more, than it may; walks without recursion. */
function isShallow(value: unknown): boolean {
  let level: unknown[] = [value];
  let nodes = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > DEEPEST || nodes > MAX_NODES) return false;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      for (const inner of Object.values(item) as unknown[]) {
        if (typeof inner === 'object' && inner !== null) next.push(inner);
      }
    }
    level = next;
  }
  return true;
}

function isServiceUrl(text: string, loopbackOnly: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '') return false;
  return !loopbackOnly || isLoopback(url.hostname);
}

/**
 * Takes a parsed body for an activity, or names the first field that is not as the SDK assumes.
 * `loopbackOnly`: replies may go to this machine alone (nobody proved who sent the activity).
 */
export function readActivity(body: unknown, loopbackOnly: boolean): ActivityRead {
  if (!isObject(body)) return { ok: false, fault: 'activity' };
  if (!isShallow(body)) return { ok: false, fault: 'depth' };
  const fault = faultIn(body, ACTIVITY);
  if (fault !== undefined) return { ok: false, fault };
  if (!isServiceUrl(String(body['serviceUrl']), loopbackOnly)) return { ok: false, fault: 'serviceUrl' };
  // The SDK turns time stamps into dates; nothing here reads them, so they stay as they came.
  return { ok: true, activity: body as unknown as Activity };
}
