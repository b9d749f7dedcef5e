/** An activity as it comes over the wire. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests bend every field of it
export type WireActivity = Record<string, any>;

/** Who and where a wire activity comes from. */
interface Origin {
  readonly serviceUrl: string;
  readonly person?: { readonly id: string; readonly aadObjectId?: string; readonly name?: string };
  /** A personal chat unless said otherwise. */
  readonly conversation?: WireActivity;
}

const BOT = { id: '00000000-0000-4000-8000-000000000002', name: 'Casekeeper' };
export const TENANT = '00000000-0000-4000-8000-000000000001';
export const AGENT = {
  id: '29:u0',
  name: 'Level 2 agent',
  aadObjectId: '00000000-0000-4000-8000-000000000101',
};
export const PERSONAL = { conversationType: 'personal', tenantId: TENANT, id: 'a:l2-avn-agent' };
export const CHANNEL = {
  isGroup: true,
  conversationType: 'channel',
  tenantId: TENANT,
  id: '19:l2-avn@thread.tacv2',
  name: 'L2-AVN',
};

let last = 0;
const nextId = (): string => `activity-${(last += 1)}`;

function base(origin: Origin): WireActivity {
  const conversation = origin.conversation ?? PERSONAL;
  const channelId = String(conversation['id']).replace(/;messageid=.*$/, '');
  return {
    id: nextId(),
    channelId: 'msteams',
    from: origin.person ?? AGENT,
    recipient: BOT,
    conversation,
    serviceUrl: origin.serviceUrl,
    timestamp: '2026-11-21T04:49:01.736Z',
    locale: 'en-US',
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'UTC' }],
    channelData: {
      tenant: { id: TENANT },
      ...(conversation['conversationType'] === 'channel' ? { channel: { id: channelId } } : {}),
    },
  };
}

/** A typed line. In a channel Teams puts the bot's mention before it. */
export function message(text: string, origin: Origin): WireActivity {
  const activity = base(origin);
  const personal = activity['conversation'].conversationType === 'personal';
  const mention = { type: 'mention', mentioned: BOT, text: '<at>Casekeeper</at>' };
  return {
    ...activity,
    type: 'message',
    text: personal ? text : `<at>Casekeeper</at> ${text}`,
    textFormat: 'plain',
    localTimestamp: '2026-11-21T04:49:01.736+00:00',
    localTimezone: 'UTC',
    ...(personal ? {} : { entities: [...activity['entities'], mention] }),
  };
}

/** A button pressed: Action.Execute. */
export const action = (verb: string, data: object, replyToId: string, origin: Origin): WireActivity => ({
  ...base(origin),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId,
  value: { action: { type: 'Action.Execute', title: verb, verb, data }, trigger: 'manual' },
});

/** What a client asks as somebody types into a choice. */
export const asTyped = (queryText: unknown, origin: Origin, more: object = {}): WireActivity => ({
  ...base(origin),
  type: 'invoke',
  name: 'application/search',
  value: { queryText, queryOptions: { skip: 0, top: 15 }, dataset: 'customers', ...more },
});

/** A button pressed in a client that knows Action.Submit only. */
export const submit = (verb: string, data: object, replyToId: string, origin: Origin): WireActivity => ({
  ...base(origin),
  type: 'message',
  replyToId,
  value: { ...data, verb },
});

/** An invoke of any other name. */
export const invoke = (name: string, value: unknown, origin: Origin): WireActivity => ({
  ...base(origin),
  type: 'invoke',
  name,
  value,
});

const { id: installerId, aadObjectId } = AGENT;

/** The app is installed: the first of two activities that say the same. */
export const installed = (origin: Origin): WireActivity => ({
  ...base(origin),
  from: { id: installerId, aadObjectId },
  type: 'installationUpdate',
  action: 'add',
});

/** The bot becomes a member: the second. */
export const botAdded = (origin: Origin): WireActivity => ({
  ...base(origin),
  from: { id: installerId, aadObjectId },
  type: 'conversationUpdate',
  membersAdded: [{ id: installerId, aadObjectId }, { id: BOT.id }],
});
