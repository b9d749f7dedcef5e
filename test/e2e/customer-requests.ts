import type { Card, ChatWindow } from './chat-window';

/** What a customer of Aviation asks, as the form of a new case takes it. */
export const AVIATION_REQUEST = {
  Account: 'W25G1U',
  'Contact name': 'Dana Whitfield',
  'Contact email': 'dana.whitfield@unit.example',
  IPD: '02',
  NSN: '1680-01-234-5678',
  'PR number': '7001234567',
  'Requisition number': 'W25G1U63210001',
  Description: 'Aircraft on ground at Fort Example. When will the actuator be shipped?',
  'Problem notes': 'The PR has no award date in the notes of the last four weeks.',
};

export const PRE_AWARD_FINDINGS = {
  'Stock on hand': 'None, at any depot.',
  'PR status': 'Awaiting award since 2 November.',
  'Records management': 'Searched by PR and Smart Number; no open PAR.',
  'Existing cases': 'None.',
  'PR wedge options': 'Lateral support asked for; none to be had.',
  'What could not be answered': 'The date of award.',
};

/** Creates a case by its form and answers the card that says so. */
export async function createCase(
  window: ChatWindow,
  request: Readonly<Record<string, string>>,
  choices: Readonly<Record<string, string>> = {},
): Promise<Card> {
  await window.say('new case');
  const form = await window.card('New case', 'Create case');
  await form.fill(request);
  for (const [field, option] of Object.entries({ Reason: 'Order status', ...choices }))
    await form.choose(field, option);
  await form.press('Create case');
  return window.card('was created');
}

/** Escalates a Level 2 case before award, with nothing left out; the latest note is older than 30 days, or there is none. */
export async function escalatePreAward(window: ChatWindow, number: string): Promise<Card> {
  await window.say(`escalate ${number}`);
  const first = await window.card(`Escalate ${number}`, 'First, answer what the checklist depends on');
  await first.tick('Direction', 'Level 2 to Level 3, pre-award');
  await first.choose('Type of action', 'PR Expedite');
  await first.press('Continue');
  const checklist = await window.card(`Escalate ${number}`, 'Stock on hand');
  await checklist.fill(PRE_AWARD_FINDINGS);
  await checklist.press('Escalate');
  return window.card(number, 'What was verified is in the notes');
}
