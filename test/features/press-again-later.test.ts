import { registryOf } from '../../src/commands/registry';
import { allCommands } from '../../src/features/all-commands';
import { aCase, opened, type Happened } from '../support/cases';
import { cardOf, Conversation, formOf } from '../support/conversation';
import { newCaseInputs } from '../support/new-case-inputs';
import { MINUTE } from '../support/site';

const registry = registryOf(allCommands);
const NUMBER = 'CS0000001';
const RESOLVED: Happened = { kind: 'resolved', notes: 'Ships.', date: '2027-03-01' };

/** A form that stays on the screen, sent by one person now and again with the same words. */
async function onScreen(line: string, by: string, ...happened: Happened[]) {
  const talk = new Conversation(registry);
  if (happened.length > 0) await talk.hold(aCase(...happened));
  const form = formOf(await talk.say(by, line));
  const key = { formKey: 'k'.repeat(20) };
  const send = (typed: Readonly<Record<string, string>> = {}) => talk.send(by, form, { ...key, ...typed });
  return { talk, send };
}

const bannerOf = (outcome: Awaited<ReturnType<Conversation['say']>>) => cardOf(outcome, 'case').banner;
const again = (first: string, { what = 'The case', at = '09:00' } = {}) => ({
  text: `You already did this on 2 Nov 2026, ${at} EST. The reply was: “${first}” ${what} has changed since then. This is how it is now.`,
  tone: 'plain',
});

describe('A used form pressed again with the same text after the case moved on (CA-11)', () => {
  it('says that the closure was requested then, even after it was declined or the case was reopened', async () => {
    const typed = { reason: 'No stock before March.', text: 'It ships in March.' };
    for (const line of ['decline cs1 Ask for lateral support first.', 'reopen cs1 The wrong part.']) {
      const { talk, send } = await onScreen('close cs1', 'av2-agent', opened(), RESOLVED);
      const first = bannerOf(await send(typed))?.text ?? '';
      expect(first).toContain('your supervisors were asked to approve the closing');
      await talk.say('av2-supervisor', line);
      expect(bannerOf(await send(typed))).toEqual(again(first, { at: '09:01' }));
    }
  });

  it('names the group that the case was escalated to, even after it moved on to another', async () => {
    const { talk, send: lead } = await onScreen('escalate cs1', 'cic-agent', opened('cic'));
    const form = formOf(await lead({ group: 'av2' }));
    const send = () => talk.send('cic-agent', form, typed);
    const found = 'Seen in WebVLIPS on 2 November: 12 on hand';
    const typed = {
      'item.research': found,
      'item.open-question': found,
      'item.self-help': found,
    };
    const first = bannerOf(await send())?.text ?? '';
    expect(first).toContain('Escalated to aviation av2.');
    const move = formOf(await talk.say('av2-gatekeeper', 'reassign cs1'));
    await talk.send('av2-gatekeeper', move, { group: 'av2b', why: 'They work this item.' });
    expect((await talk.case(NUMBER)).group).toBe('av2b');
    expect(bannerOf(await send())).toEqual(again(first));
  });

  it('names the person it was reassigned to, even after it was reassigned back', async () => {
    const { talk, send } = await onScreen('reassign cs1', 'av2-gatekeeper', opened());
    const typed = { group: 'av2', person: 'av2-other', why: 'They know it.' };
    const first = bannerOf(await send(typed))?.text ?? '';
    expect(first).toContain('Av2 Other');
    const back = formOf(await talk.say('av2-gatekeeper', 'reassign cs1'));
    await talk.send('av2-gatekeeper', back, { group: 'av2', person: 'av2-agent', why: 'Back.' });
    expect(bannerOf(await send(typed))).toEqual(again(first));
    expect((await talk.case(NUMBER)).assignee).toBe('av2-agent');
  });

  it('does not claim that the case is still corrected after the correction was reversed', async () => {
    const { talk, send } = await onScreen('correct cs1', 'av2-agent', opened());
    const typed = { ipd: '01', why: 'The customer said so.' };
    const first = bannerOf(await send(typed))?.text ?? '';
    const back = formOf(await talk.say('av2-agent', 'correct cs1'));
    await talk.send('av2-agent', back, { ipd: '02', why: 'The first was what they ordered by.' });
    expect(bannerOf(await send(typed))).toEqual(again(first));
    expect((await talk.case(NUMBER)).details.ipd).toBe(2);
  });

  it('names the case that it created, whatever happened to it later', async () => {
    const { talk, send } = await onScreen('new case', 'av2-agent');
    const first = bannerOf(await send(newCaseInputs()))?.text ?? '';
    expect(first).toBe('CS0000001 was created.');
    const resolve = formOf(await talk.say('av2-agent', 'resolve cs1'));
    await talk.send('av2-agent', resolve, { kind: 'other', notes: 'It is told.' });
    await talk.send('av2-agent', formOf(await talk.say('av2-agent', 'close cs1')));
    expect((await talk.case(NUMBER)).state).toBe('closed');
    expect(bannerOf(await send(newCaseInputs()))).toEqual(again(first));
  });

  it('does not treat the accepted email as a change', async () => {
    const { talk, send } = await onScreen('status cs1', 'av2-agent', opened());
    const first = bannerOf(await send());
    const { state: current, version } = (await talk.cases.get(NUMBER))!;
    const sent = { kind: 'mail-sent', of: 1, at: talk.now, by: 'casekeeper', cause: 'mail' } as const;
    const timeline = [...current.timeline, sent];
    await talk.cases.save(version, { id: NUMBER, state: { ...current, timeline }, notifications: [] });
    expect(bannerOf(await send())).toEqual(first);
  });

  it('distinguishes a contact and an account corrected since then from those in the first answer', async () => {
    const contact = await onScreen('correct contact cs1', 'av2-agent', opened());
    const typed = { contactName: 'Pat Smith', why: 'Married.' };
    const first = bannerOf(await contact.send(typed))?.text ?? '';
    expect(first).toBe('The contact was corrected. 1 open case shows it.');
    expect(bannerOf(await contact.send(typed))?.text).toBe(first);
    const back = formOf(await contact.talk.say('av2-agent', 'correct contact cs1'));
    await contact.talk.send('av2-agent', back, {
      contactName: 'Pat Customer',
      why: 'The first name is on the order.',
    });
    expect(bannerOf(await contact.send(typed))).toEqual(again(first, { what: 'The contact' }));

    const account = await onScreen('correct account cs1', 'av2-agent', opened());
    const named = { name: '10th Brigade', why: 'They said so.' };
    expect(cardOf(await account.send(named), 'list').title).toMatch(/^✓ .* is recorded as 10th Brigade$/);
    const other = formOf(await account.talk.say('av2-agent', 'correct account cs1'));
    await account.talk.send('av2-agent', other, { name: '11th Brigade', why: 'It was the other.' });
    const card = cardOf(await account.send(named), 'list');
    expect(card.title).toMatch(/^DoDAAC .* is recorded as 11th Brigade$/);
    expect(card.intro).toContain('You recorded 10th Brigade on 2 Nov 2026, 09:00 EST. The name has changed');
  });

  it('does not say that a declining group is still asked, or that an answered report is still open', async () => {
    const join = await onScreen('join', 'nobody');
    expect(cardOf(await join.send({ group: 'av2' }), 'message').text).toContain('Request MR1 is waiting for');
    join.talk.now += MINUTE;
    await join.talk.say('av2-gatekeeper', 'decline request MR1 Ask Distribution first.');
    expect(cardOf(await join.send({ group: 'av2' }), 'message')).toMatchObject({
      tone: 'plain',
      title: expect.stringContaining('You already asked') as string,
      text: 'Av2 Gatekeeper declined request MR1 on 2 Nov 2026, 09:01 EST.\nReason: Ask Distribution first.',
      buttons: [{ title: 'Ask again', data: { group: 'av2' } }],
    });

    const report = await onScreen('report problem', 'av2-agent');
    await report.send({ text: 'The card stays empty.' });
    await report.talk.say('po-agent', 'answer problem PB1 It is corrected.');
    expect(cardOf(await report.send({ text: 'The card stays empty.' }), 'message').text).toBe(
      'You reported it before, and you got the answer in your chat with Casekeeper.',
    );
  });
});
