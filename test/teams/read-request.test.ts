import fc from 'fast-check';
import type { Activity } from 'botbuilder';
import { cleanText, MAX_LINE, placeOf, readRequest } from '../../src/teams/read-request';
import type { TurnRequest } from '../../src/teams/bot-ports';
import { AGENT, CHANNEL, action, message, submit } from '../support/activities';
import type { WireActivity } from '../support/activities';

const AT = { serviceUrl: 'http://127.0.0.1:1' };

function requestOf(activity: WireActivity): TurnRequest {
  const read = readRequest(activity as Activity);
  if (read.kind !== 'request') throw new Error(`It is ${read.kind}`);
  return read.request;
}
const lineOf = (text: string): string | undefined => requestOf(message(text, AT)).text;

it("A request identifies a person by the Entra object ID, or by the channel's ID if there is none", () => {
  expect(requestOf(message('hi', AT)).person).toEqual({ id: AGENT.aadObjectId, name: 'Level 2 agent' });
  expect(requestOf(message('hi', { ...AT, person: { id: 'emulator-1' } })).person).toEqual({
    id: 'emulator-1',
    name: '',
  });
});

it('A request has the same cause for every delivery, and another for another conversation', () => {
  const activity = message('hi', AT);
  expect(requestOf(activity).cause).toBe(requestOf({ ...activity }).cause);
  const elsewhere = { ...activity, conversation: CHANNEL };
  expect(requestOf(elsewhere).cause).not.toBe(requestOf(activity).cause);
});

describe('A line in a request', () => {
  it.each([
    ['  help  ', 'help'],
    ['note\u00A0CS0000001\tfine', 'note CS0000001 fine'],
    ['note CS0000001 one\r\ntwo', 'note CS0000001 one\ntwo'],
    ['find\u2003valve', 'find valve'],
    ['he\u0000l\u0007p', 'help'],
    ['\u202Epleh', 'pleh'],
    ['a\uD800b', 'ab'],
    ['&nbsp;help&nbsp;', 'help'],
    ['naïve 測試 😀', 'naïve 測試 😀'],
  ])('%j is read as %j', (typed, expected) => {
    expect(lineOf(typed)).toBe(expected);
  });

  it('loses the mention of the bot wherever it is, and keeps mentions of people', () => {
    const activity = message('assign CS0000001 <at>Ann</at> <at>Casekeeper</at>', {
      ...AT,
      conversation: CHANNEL,
    });
    activity['entities'].push({ type: 'mention', mentioned: { id: '29:ann' }, text: '<at>Ann</at>' });
    expect(requestOf(activity).text).toBe('assign CS0000001 <at>Ann</at>');
  });

  it('with more entities than a message can have, or far too long, is not parsed', () => {
    const mention = {
      type: 'mention',
      mentioned: { id: message('', AT)['recipient'].id as string },
      text: ' ',
    };
    const of = (count: number): WireActivity => ({
      ...message('help', AT),
      entities: Array(count).fill(mention),
    });
    expect(readRequest(of(100) as Activity).kind).toBe('request');
    expect(readRequest(of(101) as Activity).kind).toBe('too-long');
    expect(readRequest(message(`help${'&nbsp;'.repeat(5_000)}`, AT) as Activity).kind).toBe('too-long');
  });

  it('of the maximum length is read, and a longer one is not', () => {
    expect(lineOf('x'.repeat(MAX_LINE))).toHaveLength(MAX_LINE);
    expect(readRequest(message('x'.repeat(MAX_LINE + 1), AT) as Activity).kind).toBe('too-long');
  });

  it('is clean after one cleaning, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        // eslint-disable-next-line no-control-regex -- they are what must be gone
        expect(once).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/);
      }),
    );
  });
});

describe('The inputs of a card', () => {
  const inputOf = (data: object) => requestOf(action('case.note', data, 'card-1', AT)).invocation?.input;

  it('are strings: numbers and booleans become text, and anything else is dropped', () => {
    expect(
      inputOf({ note: ' hi ', version: 3, urgent: true, list: ['x'], deep: { a: 1 }, none: null }),
    ).toEqual({
      note: 'hi',
      version: '3',
      urgent: 'true',
    });
  });

  it('never set anything but inputs', () => {
    const data = JSON.parse('{"__proto__": {"admin": "yes"}, "constructor": "x", "a b": "y", "ok": "z"}');
    expect(inputOf(data)).toEqual({ constructor: 'x', ok: 'z' });
    expect(Object.getPrototypeOf(inputOf(data))).toBe(Object.prototype);
  });

  it('are limited in size and number', () => {
    expect(inputOf({ note: 'x'.repeat(50_000) })?.['note']).toHaveLength(8_000);
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, 'v']));
    expect(Object.keys(inputOf(many) ?? {})).toHaveLength(100);
  });

  it('say whether the form was sent', () => {
    const invoked = (data: object) =>
      requestOf(action('case.note', data, 'card-1', AT)).invocation?.submitted;
    expect(invoked({ submitted: 'yes' })).toBe(true);
    expect(invoked({ submitted: 'no' })).toBe(false);
    expect(invoked({})).toBe(false);
  });

  it('are the same with Action.Submit, without the verb among them', () => {
    const data = { case: 'CS0000001', note: 'hi' };
    expect(requestOf(submit('case.note', data, 'card-1', AT)).invocation).toEqual(
      requestOf(action('case.note', data, 'card-1', AT)).invocation,
    );
  });
});

describe('The place of a request', () => {
  const kindOf = (conversation: WireActivity) =>
    placeOf(message('hi', { ...AT, conversation }) as Activity).kind;

  it('is a personal chat, a channel, or a group chat', () => {
    expect(kindOf({ id: 'a', conversationType: 'personal' })).toBe('personal');
    expect(kindOf({ id: 'c', conversationType: 'channel' })).toBe('channel');
    expect(kindOf({ id: 'g', conversationType: 'groupChat' })).toBe('group-chat');
    expect(kindOf({ id: 'g', isGroup: true })).toBe('group-chat');
    expect(kindOf({ id: 'a' })).toBe('personal');
  });

  it('in a thread is its channel', () => {
    const place = placeOf(
      message('hi', { ...AT, conversation: { ...CHANNEL, id: `${CHANNEL.id};messageid=5` } }) as Activity,
    );
    expect(place.address.conversationId).toBe(CHANNEL.id);
  });
});

describe("The client's platform", () => {
  const platformOf = (...entities: unknown[]) => requestOf({ ...message('hi', AT), entities }).platform;

  it('is what the client says it is', () => {
    expect(platformOf({ type: 'mention' }, { type: 'clientInfo', platform: 'iOS' })).toBe('ios');
    expect(requestOf(message('hi', AT)).platform).toBe('web');
  });

  it('is unknown if the client says nothing, or nothing known', () => {
    for (const platform of [undefined, 7, {}, 'Toaster', 'iOS; DROP TABLE'])
      expect(platformOf({ type: 'clientInfo', platform })).toBeUndefined();
    expect(platformOf()).toBeUndefined();
  });
});
