import { BUTTON_TITLES, type CaseAction } from '../../domain/cases/permissions';
import type { Refusal, RefusalCode } from '../../domain/kernel/refusal';
import { clip, oneLine } from './escape-text';

/** What a refusal says: what happened, and what to do next. */
interface RefusalWords {
  readonly title: string;
  readonly text: string;
}

/** Reads a parameter as one safe line; `otherwise` is used if the refusal has none. */
type Say = (param: string, otherwise: string) => string;

// The case's card shows the rest.
const MAX_NAMED = 5;

/** The verbs in a refusal's `possible`: what the person can do with the case now. */
export const possibleActions = (verbs: string): readonly CaseAction[] =>
  verbs.split(',').filter((verb): verb is CaseAction => verb in BUTTON_TITLES);

function possibleNow(say: Say): string {
  const titles = possibleActions(say('possible', '')).map((action) => BUTTON_TITLES[action]);
  if (titles.length === 0) return 'Open the case to see its current state.';
  const more = titles.length > MAX_NAMED ? ', and more on the case' : '';
  return `What you can do now: ${titles.slice(0, MAX_NAMED).join(', ')}${more}.`;
}

const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const notFound = (what: string, id: string): string =>
  id === '' ? `${what} not found` : `${what} ${id} not found`;

const wayOn = (say: Say): string => (say('way', '') === '' ? '' : `${say('way', '')} `);

const minutes = (count: string): string => `${count} ${count === '1' ? 'minute' : 'minutes'}`;

const WORDS: Readonly<Record<RefusalCode, (say: Say) => RefusalWords>> = {
  'faulty-fields': (say) =>
    say('count', '') === '1'
      ? {
          title: 'One field needs attention',
          text: 'Nothing was saved. Correct the field marked ⚠ and send again; what you typed is still there.',
        }
      : {
          title: 'Some fields need attention',
          text: 'Nothing was saved. Correct the fields marked ⚠ and send again; what you typed is still there.',
        },
  'not-in-directory': () => ({
    title: "You're not in the directory yet",
    text: "Casekeeper doesn't know you yet, so nothing was done. Type join to request membership in an assignment group. Try again once a gatekeeper or supervisor approves.",
  }),
  'not-permitted': (say) => ({
    title: `${quoted(say('action', ''))} isn't available to you here`,
    text: `Nothing was changed. Ask ${say('who', 'someone else')} to do it${say('number', '') === '' ? '' : ', or add a note to the case'}.`,
  }),
  'no-longer-member': (say) => ({
    title: `You're no longer in ${say('group', 'the group')}`,
    text: `${say('group', 'The group')} works ${say('number', 'the case')}, so ${quoted(say('action', ''))} wasn't done and nothing was changed. Ask ${say('who', 'its gatekeeper')}.`,
  }),
  'no-such-case': (say) => ({
    title: notFound('Case', say('number', '')),
    text: "Check the number: CS and seven digits, such as CS0000001. To search, type find and what you're looking for.",
  }),
  'no-such-record': (say) => ({
    title: notFound(capitalized(say('what', 'record')), say('id', '')),
    text: `Check the number, which is written like ${say('example', 'CS0000001')}. To search, type find and what you're looking for.`,
  }),
  'no-such-group': (say) => ({
    title: `Assignment group “${say('group', '')}” not found`,
    text: `${nearest(say)}Type groups to see all groups and their keys.`,
  }),
  'no-such-person': (say) => ({
    title: `${say('person', 'That person')} was not found`,
    text: 'Choose a member of the group from the list, or check the spelling.',
  }),
  'wrong-state': (say) => ({
    title: `${quoted(say('action', ''))} isn't possible now`,
    text: `${say('number', 'The case')}: ${say('state', 'in another state')}. Nothing was changed. ${wayOn(say)}${possibleNow(say)}`,
  }),
  'par-keeps-open': (say) => ({
    title: `${quoted(say('action', ''))} isn't possible yet`,
    text: `${say('number', 'The case')}: ${say('why', 'a PAR is open.')} Nothing was changed.`,
  }),
  'already-assigned': (say) => {
    const elsewhere = say('possible', '') === '' ? '' : 'reassign the case if someone else should have it';
    return say('own', '') === ''
      ? {
          title: `${say('number', 'The case')} is already taken`,
          text: `${say('assignee', 'Someone else')} ${has(say)} it${at(say)}. Nothing was changed. Talk to them${elsewhere === '' ? '' : `, or ${elsewhere}`}.`,
        }
      : {
          title: 'You already have it',
          text: `You ${say('at', '') === '' ? 'have' : 'have had'} ${say('number', 'the case')}${at(say)}, so nothing was changed.${elsewhere === '' ? '' : ` You can ${elsewhere}.`}`,
        };
  },
  'changed-meanwhile': (say) => ({
    title: `${say('number', 'The case')} has changed`,
    text: 'Someone else changed it first, so nothing of yours was saved. Look at the case now, and try again if you still need to.',
  }),
  'changed-since': (say) => ({
    title: `${say('number', 'The record')} changed after you opened this form`,
    text: `${say('who', 'Someone else')}: ${say('what', 'changed it')}${on(say)}. Nothing was saved or sent. Check what you entered, then press ${quoted(say('action', 'the button'))} again.`,
  }),
  'case-full': (say) => ({
    title: `${say('number', 'The case')} is full`,
    text: `Its record has reached 8 MB, so ${quoted(say('action', ''))} wasn't done and nothing was saved. Create a new case, link the two, and continue there. You can still read, link, resolve, and close this one.`,
  }),
  'record-full': (say) => ({
    title: `The record of ${say('what', 'it')} is full`,
    text: 'It has reached 2 MB, so nothing was saved. You can still read it. Tell the program office: type report problem.',
  }),
  'pr-already-open': (say) => ({
    title: `PR ${say('pr', '')} is on another open case`,
    text: `A PR can be on only one open case, and ${say('number', 'another case')} has this one. Work on that case, or correct the PR number.`,
  }),
  'not-a-channel': () => ({
    title: 'This works only in a channel',
    text: "Go to your group's channel, mention Casekeeper, and type it there.",
  }),
  'group-of-the-case': (say) => ({
    title: `${say('group', 'That group')} already has the case`,
    text: 'Nothing was changed. Choose another group, or assign the case to a member of this group.',
  }),
  'level-3-in-time': (say) => ({
    title: "Level 3 hasn't missed a clock",
    text:
      say('clock', '') === ''
        ? `Nobody was asked: no Level 3 clock is running on ${say('number', 'this case')}. Add a note; its holder will be notified.`
        : `Nobody was asked. You can ask the supervisors from ${say('from', 'its due time on')} if ${say('clock', 'the answer')} isn't there by then. Until then, add a note to the case; its holder will be notified.`,
  }),
  'nothing-to-escalate-to': (say) => ({
    title: 'No group to escalate to',
    text: `The directory has no ${level(say)} group for ${say('msc', 'this MSC')}, so the case stays where it is. Ask the program office to add one, or reassign the case.`,
  }),
  'no-such-command': (say) => ({
    title: "That isn't a command",
    text: `“${clip(say('line', ''), 200)}” wasn't understood. Choose one of the similar commands below, or type help to see them all.`,
  }),
  ambiguous: (say) => ({
    title: `“${say('what', 'That')}” has more than one match`,
    text: `It could be: ${say('candidates', 'several')}. Type it again in full.`,
  }),
  'bad-period': (say) => ({
    title: `“${say('period', 'That')}” isn't a period`,
    // The field's own fault lists the valid forms of a period.
    text: 'Nothing was counted.',
  }),
  'one-at-a-time': (say) => ({
    title: 'One question at a time',
    text: `“${clip(say('part', 'Something'), 120)}” can't be combined with the rest, so nothing was counted. Ask about one group, MSC, or person; one period; and one measure or all: for example, ${say('examples', 'metrics aviation last month')}.`,
  }),
  'not-understood': (say) => ({
    title: `“${clip(say('part', 'That'), 120)}” wasn't understood`,
    text: `Nothing was counted. ${nearest(say)}For example: ${say('examples', 'metrics aviation last month')}.`,
  }),
  'not-a-personal-chat': () => ({
    title: 'This works only in your personal chat',
    text: 'What it shows is only for you. Open your chat with Casekeeper and type it there.',
  }),
  'api-key-exists': (say) => ({
    title: `${say('system', 'The system')} already has an API key`,
    text: "It wasn't changed, and it can't be shown again. If it's lost, revoke it and create a new one.",
  }),
  'no-api-key': (say) => ({
    title: `${say('system', 'That system')} has no API key`,
    text: 'Nothing was revoked. Type api keys to see which systems have one.',
  }),
  'already-member': (say) => ({
    title: `You're already in ${say('group', 'this group')}`,
    text: "You don't need to request it. Type groups to see your groups.",
  }),
  'request-answered': (say) => ({
    title: `${say('request', 'The request')} has already been answered`,
    text: `${say('who', 'Someone else')} ${say('how', 'answered')} it. Nothing was changed.`,
  }),
  'no-such-request': (say) => ({
    title: notFound('Request', say('request', '')),
    text: 'Check the number: MR and digits, such as MR12. Type requests to see those waiting for you.',
  }),
  'approval-pending': (say) => ({
    title: `${say('number', 'The case')} is waiting for approval to close`,
    text: `The lead time is long, so ${say('who', 'a supervisor')} has to approve or decline closing it. You'll get a message with the answer.`,
  }),
  'too-many-reports': (say) => ({
    title: 'You can report three problems per hour',
    text: `Nothing was sent. Try again in ${minutes(say('minutes', '60'))}. Someone in the directory can report it for you now.`,
  }),
  'no-such-problem': (say) => ({
    title: notFound('Report', say('problem', '')),
    text: 'Check the number: PB and seven digits, such as PB0000012. Type problems to see the open ones.',
  }),
  'nothing-missed': (say) => ({
    title: `No clock of ${say('number', 'the case')} is missed`,
    text: 'There is nothing to acknowledge. Open the case to see what is due, and when.',
  }),
  'in-hand': (say) =>
    say('own', '') === ''
      ? {
          title: `${say('who', 'Someone else')} already acknowledged it`,
          text: `${say('who', 'Someone else')} acknowledged ${say('number', 'the case')}${on(say)}, so nothing was changed and the escalation stops. Talk to them if you should have it.`,
        }
      : {
          title: 'You already acknowledged it',
          text: `You acknowledged ${say('number', 'the case')}${on(say)}, so nothing was changed and the escalation stops.`,
        },
  'no-such-plan': (say) => ({
    title: notFound('Action plan', say('plan', '')),
    text: 'Check the number: AP and seven digits, such as AP0000001. Type action plans to see the open ones.',
  }),
  'plan-closed': (say) => ({
    title: `${say('plan', 'The action plan')} is closed: ${say('state', 'met')}`,
    text: 'Nothing was changed. If the goal is missed again, a new action plan is requested.',
  }),
  'plan-changed': (say) => ({
    title: `${say('plan', 'The action plan')} was changed by someone else`,
    text: 'Nothing of yours was saved, but what you typed is still there. Read the current plan above; send again to replace it with yours.',
  }),
  'unreadable-record': (say) => ({
    title: `The stored record can't be read, reference ${say('reference', 'in the log')}`,
    text: `${say('what', 'A record')} that this needs can't be read, so nothing was done. Everything else still works, and the program office has been notified. Give your administrator the reference.`,
  }),
  'goal-not-missed': (say) => ({
    title: 'No missed goal to plan for',
    text: `${say('measure', 'The measure')} of ${say('scope', 'this scope')} ${say('figure', 'has nothing to count')} in ${say('month', 'this month')}. Choose another month or another measure.`,
  }),
};

// A button's title can be a plural, "API keys", or a verb.
const quoted = (action: string): string => (action === '' ? 'This' : `“${action}”`);

const nearest = (say: Say): string => {
  const group = say('nearest', '');
  return group === '' ? '' : `Did you mean ${group}? `;
};

const has = (say: Say): string => (say('at', '') === '' ? 'has' : 'has had');

const at = (say: Say): string => (say('at', '') === '' ? '' : ` since ${say('at', '')}`);
const on = (say: Say): string => (say('at', '') === '' ? '' : ` on ${say('at', '')}`);

const level = (say: Say): string => (say('level', '') === '' ? 'matching' : `Level ${say('level', '')}`);

/** Title and text of a refusal. Parameters come from people and are made safe here. */
export function refusalText(refusal: Refusal): RefusalWords {
  return WORDS[refusal.code]((param, otherwise) => {
    const value = oneLine(refusal.params[param] ?? '');
    return value === '' ? otherwise : value;
  });
}
