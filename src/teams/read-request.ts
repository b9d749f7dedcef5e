import type { Activity } from 'botbuilder';
import { PLATFORMS, type Invocation, type Place, type Platform } from '../commands/command';
import type { Address } from '../ports/conversations';
import type { Speaker, TurnRequest } from './bot-ports';
import { htmlToText } from './html-to-text';

/** The longest line that is read; a longer one is refused, not cut. */
export const MAX_LINE = 4_000;
/** The most mentions and other entities of a message. */
export const MAX_ENTITIES = 100;
// As it comes, a blank may be six characters (&nbsp;); mentions of the bot stand in it too.
const MAX_RAW_TEXT = 6 * MAX_LINE;
// Longer than any field may be, so that its schema sees that it is too long and says so.
const MAX_INPUT = 8_000;
const MAX_INPUTS = 100;

/** What an activity asks for: a turn, nothing, or something unreadable. */
type RequestRead =
  | { readonly kind: 'request'; readonly request: TurnRequest }
  | { readonly kind: 'too-long'; readonly request: TurnRequest }
  | { readonly kind: 'nothing' };

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

// Control characters but line feed, marks that turn the direction of text, and lone halves of a character.
const HOSTILE = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]|\p{Surrogate}/gu;
const SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/** Text as it was meant: line ends and spaces made plain, hostile characters dropped, ends trimmed. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(SPACES, ' ')
    .replace(HOSTILE, '')
    .trim();
}

/** The line without the bot's own mention. What Teams calls the mention's text is taken as text, never as a pattern. */
function lineOf(activity: Activity): string {
  let text = textOf(activity.text);
  for (const entity of activity.entities ?? []) {
    const { type, mentioned, text: mention } = entity as unknown as Fields;
    if (type !== 'mention' || fieldsOf(mentioned)['id'] !== activity.recipient.id) continue;
    if (typeof mention === 'string' && mention !== '') text = text.split(mention).join(' ');
  }
  return cleanText(text.replace(/&nbsp;/gi, ' '));
}

/** Inputs of a card: strings as they are, numbers and yes-or-no as text; anything else has no business there. */
function inputsOf(data: Fields): Record<string, string> {
  const inputs: [string, string][] = [];
  for (const [key, value] of Object.entries(data)) {
    if (inputs.length >= MAX_INPUTS) break;
    if (!/^[A-Za-z][\w.-]{0,63}$/.test(key) || key === 'verb') continue;
    if (typeof value === 'string') inputs.push([key, cleanText(value.slice(0, MAX_INPUT))]);
    else if (typeof value === 'number' || typeof value === 'boolean') inputs.push([key, String(value)]);
  }
  return Object.fromEntries(inputs);
}

/** The command of a card: Action.Execute carries its verb in the action, the fallback Action.Submit in its data. */
function invocationOf(activity: Activity): Invocation | undefined {
  const value = fieldsOf(activity.value);
  const action = activity.type === 'invoke' ? fieldsOf(value['action']) : { data: value };
  const data = fieldsOf(action['data']);
  const verb = textOf(action['verb']) || textOf(data['verb']);
  if (!/^[a-z][a-z0-9.-]{0,63}$/.test(verb)) return undefined;
  const input = inputsOf(data);
  return { verb, input, submitted: input['submitted'] === 'yes' };
}

function placeKind({ conversation, channelData }: Activity): Place['kind'] {
  const type = textOf(conversation.conversationType);
  if (type === 'personal') return 'personal';
  if (type === 'channel') return 'channel';
  if (type === 'groupChat') return 'group-chat';
  if ('channel' in fieldsOf(channelData)) return 'channel';
  return (conversation.isGroup as boolean | undefined) === true ? 'group-chat' : 'personal';
}

/** The conversation itself, without the thread of it that an activity stands in. */
export const withoutThread = (conversationId: string): string =>
  conversationId.replace(/;messageid=.*$/s, '');

/** The conversation of the activity. For a thread, its channel. */
export function placeOf(activity: Activity): Place {
  const kind = placeKind(activity);
  const tenantId =
    textOf(activity.conversation.tenantId) ||
    textOf(fieldsOf(fieldsOf(activity.channelData)['tenant'])['id']);
  const address: Address = {
    conversationId: withoutThread(activity.conversation.id),
    serviceUrl: activity.serviceUrl,
    kind: kind === 'personal' ? 'personal' : 'channel',
    ...(tenantId === '' ? {} : { tenantId }),
  };
  return { kind, address };
}

/** The sender: the Entra object id if Teams gives one. */
export const idOf = ({ from }: Activity): string => textOf(from.aadObjectId) || from.id;

/** The same with their name. */
export const speakerOf = (activity: Activity): Speaker => ({
  id: idOf(activity),
  name: cleanText(textOf(activity.from.name).slice(0, 1_000)).replace(/\s+/g, ' ').slice(0, 200),
});

/** The same for every delivery of one activity. */
export const causeOf = (activity: Activity): string => `${activity.conversation.id}|${activity.id ?? ''}`;

/** The HTML that the composer sends beside the plain text, unless it is too long for a line. */
function formattedOf({ attachments }: Activity): string | undefined {
  // Whoever sends the activity says what it holds: null, for one, is no list.
  const html = (attachments ?? []).find(({ contentType }) => contentType === 'text/html')?.content as unknown;
  if (typeof html !== 'string') return undefined;
  const line = cleanText(htmlToText(html, MAX_LINE));
  return line === '' || line.length > MAX_LINE ? undefined : line;
}

/** What the client runs on, as its entity "clientInfo" says: a hint to what it draws, nothing more. */
function platformOf({ entities }: Activity): Platform | undefined {
  const info = fieldsOf(entities?.find(({ type }) => type === 'clientInfo'));
  const said = textOf(info['platform']).slice(0, 20).toLowerCase();
  return PLATFORMS.find((platform) => platform === said);
}

// A message-extension card that someone inserted comes as a message, with a span of this class for the card.
function isInsertedCard(activity: Activity): boolean {
  const html = (activity.attachments ?? []).map(({ content }) => textOf(content as unknown));
  return [textOf(activity.text), ...html].some((text) => text.includes('inline-compose-card'));
}

// Checked before anything is read, so that the work per entity or character is bounded.
const isTooLarge = ({ text, entities }: Activity): boolean =>
  textOf(text).length > MAX_RAW_TEXT || (entities?.length ?? 0) > MAX_ENTITIES;

/** Reads a message or a card's invoke into plain values. */
export function readRequest(activity: Activity): RequestRead {
  const replyToId = textOf(activity.replyToId);
  const platform = platformOf(activity);
  const base: TurnRequest = {
    person: speakerOf(activity),
    place: placeOf(activity),
    cause: causeOf(activity),
    ...(replyToId === '' ? {} : { replyToId }),
    ...(platform === undefined ? {} : { platform }),
  };
  const invocation = invocationOf(activity);
  if (invocation !== undefined) return { kind: 'request', request: { ...base, invocation } };
  if (activity.type === 'invoke' || isInsertedCard(activity)) return { kind: 'nothing' };
  if (isTooLarge(activity)) return { kind: 'too-long', request: base };
  const text = lineOf(activity);
  if (text.length > MAX_LINE) return { kind: 'too-long', request: base };
  const formatted = formattedOf(activity);
  return { kind: 'request', request: { ...base, text, ...(formatted === undefined ? {} : { formatted }) } };
}
