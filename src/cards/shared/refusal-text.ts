import { BUTTON_TITLES } from '../../domain/cases/permissions';
import type { CaseAction } from '../../domain/cases/permissions';
import type { Refusal, RefusalCode } from '../../domain/kernel/refusal';
import { clip, oneLine } from './escape-text';

/** A refusal in words: what happened, and what to do next. */
interface RefusalWords {
  readonly title: string;
  readonly text: string;
}

/** Reads a parameter as one safe line; `otherwise` stands in where the refusal does not say. */
type Say = (param: string, otherwise: string) => string;

// More than these are found on the case's card.
const MAX_NAMED = 5;

/** The verbs of a refusal's `possible`: what the person can do to the case as it is. */
export const possibleActions = (verbs: string): readonly CaseAction[] =>
  verbs.split(',').filter((verb): verb is CaseAction => verb in BUTTON_TITLES);

function possibleNow(say: Say): string {
  const titles = possibleActions(say('possible', '')).map((action) => BUTTON_TITLES[action]);
  if (titles.length === 0) return 'Open the case to see how it stands.';
  const more = titles.length > MAX_NAMED ? ', and more on the case' : '';
  return `What you can do now: ${titles.slice(0, MAX_NAMED).join(', ')}${more}.`;
}

const wayOn = (say: Say): string => {
  const way = say('way', '');
  return way === '' ? '' : `${way} `;
};

const minutes = (count: string): string => `${count} ${count === '1' ? 'minute' : 'minutes'}`;

const WORDS: Readonly<Record<RefusalCode, (say: Say) => RefusalWords>> = {
  'faulty-fields': (say) =>
    say('count', '') === '1'
      ? {
          title: 'One thing is missing or not right',
          text: 'Nothing was saved. It is marked ⚠ at its field with what would be right; what you typed is still there. Correct it and send again.',
        }
      : {
          title: 'Some things are missing or not right',
          text: 'Nothing was saved. Each is marked ⚠ at its field with what would be right; what you typed is still there. Correct them and send again.',
        },
  'not-in-directory': () => ({
    title: 'You are not in the directory yet',
    text: 'Casekeeper does not know you, so nothing was done. Type join to ask for membership of an assignment group; once who runs it approves, try again.',
  }),
  'not-permitted': (say) => ({
    title: `${quoted(say('action', ''))} is not yours to do here`,
    text: `Nothing was changed. It can be done by ${say('who', 'someone else')}; ask them${say('number', '') === '' ? '' : ', or add a note to the case'}.`,
  }),
  'no-longer-member': (say) => ({
    title: `You no longer belong to ${say('group', 'the group')}`,
    text: `${say('group', 'The group')} works ${say('number', 'the case')}, so ${quoted(say('action', ''))} was not done and nothing was changed. Ask ${say('who', 'its gatekeeper')}.`,
  }),
  'no-such-case': (say) => ({
    title: `There is no case ${say('number', 'of that number')}`,
    text: 'Check the number: it is CS and seven digits, such as CS0000001. To look for it by other words, type: find and the words.',
  }),
  'no-such-record': (say) => ({
    title: `There is no ${say('what', 'record')} ${say('id', 'of that number')}`,
    text: `Check the number, which is written like ${say('example', 'CS0000001')}. To look for the record by other words, type: find and the words.`,
  }),
  'no-such-group': (say) => ({
    title: `There is no assignment group “${say('group', '')}”`,
    text: `${nearest(say)}Type groups to see all of them with their keys.`,
  }),
  'no-such-person': (say) => ({
    title: `${say('person', 'That person')} was not found`,
    text: 'Choose a member of the group from the list, or check the spelling of the name.',
  }),
  'wrong-state': (say) => ({
    title: `${quoted(say('action', ''))} is not possible now`,
    text: `${say('number', 'The case')}: ${say('state', 'in another state')}. Nothing was changed. ${wayOn(say)}${possibleNow(say)}`,
  }),
  'par-keeps-open': (say) => ({
    title: `${quoted(say('action', ''))} is not possible yet`,
    text: `${say('number', 'The case')}: ${say('why', 'a PAR is open.')} Nothing was changed.`,
  }),
  'already-assigned': (say) => {
    const elsewhere = say('possible', '') === '' ? '' : 'reassign the case if it should be with someone else';
    return say('own', '') === ''
      ? {
          title: `${say('number', 'The case')} is taken already`,
          text: `${say('assignee', 'Someone else')} ${has(say)} it${at(say)}. Nothing was changed. Speak with them${elsewhere === '' ? '' : `, or ${elsewhere}`}.`,
        }
      : {
          title: 'You have it already',
          text: `You ${say('at', '') === '' ? 'have' : 'have had'} ${say('number', 'the case')}${at(say)}, so nothing was changed.${elsewhere === '' ? '' : ` You can ${elsewhere}.`}`,
        };
  },
  'changed-meanwhile': (say) => ({
    title: `${say('number', 'The case')} was changed meanwhile`,
    text: 'Someone was quicker, so nothing of yours was saved. Look at the case as it is now and do it again if it is still needed.',
  }),
  'changed-since': (say) => ({
    title: `${say('number', 'The record')} changed after you opened this form`,
    text: `${say('who', 'Someone else')}: ${say('what', 'changed it')}${at(say)}. Nothing was saved or sent. Check what you entered, then press ${quoted(say('action', 'the button'))} again.`,
  }),
  'case-full': (say) => ({
    title: `${say('number', 'The case')} is full`,
    text: `Its record has reached 8 MB, so ${quoted(say('action', ''))} was not done and nothing was saved. Create a new case, link the two, and continue there; this one can still be read, linked, resolved, and closed.`,
  }),
  'record-full': (say) => ({
    title: `The record of ${say('what', 'it')} is full`,
    text: 'It has reached 2 MB, so nothing was saved. It can still be read. Tell the program office: report problem.',
  }),
  'pr-already-open': (say) => ({
    title: `PR ${say('pr', '')} is on another open case`,
    text: `One PR stands on one open case only, and ${say('number', 'another case')} has it. Open that case and work there, or correct the PR number.`,
  }),
  'not-a-channel': () => ({
    title: 'This works in a channel only',
    text: 'Go to the channel of your group and type it there, with a mention of Casekeeper.',
  }),
  'group-of-the-case': (say) => ({
    title: `The case is with ${say('group', 'that group')} already`,
    text: 'Nothing was changed. Choose another group, or assign the case to a member of this one.',
  }),
  'level-3-in-time': (say) => ({
    title: 'Level 3 is within its time',
    text:
      say('clock', '') === ''
        ? `Nobody was asked: no timeframe of Level 3 runs on ${say('number', 'this case')}. Add a note to it; who holds it is told.`
        : `Nobody was asked. The supervisors can be asked from ${say('from', 'its due time on')}, if ${say('clock', 'its word')} is not there by then. Until then, add a note to the case; who holds it is told.`,
  }),
  'nothing-to-escalate-to': (say) => ({
    title: 'There is no group to escalate to',
    text: `The directory has no ${level(say)} group for ${say('msc', 'this MSC')}, so the case stays where it is. Ask the program office to add one, or reassign the case.`,
  }),
  'no-such-command': (say) => ({
    title: 'That is not a command',
    text: `“${clip(say('line', ''), 200)}” was not understood. Choose one of the nearest below, or type help to see all.`,
  }),
  ambiguous: (say) => ({
    title: `“${say('what', 'That')}” could mean more than one`,
    text: `It could be: ${say('candidates', 'several')}. Type it again in full.`,
  }),
  'bad-period': (say) => ({
    title: `“${say('period', 'That')}” is not a period`,
    // The forms that a period has stand with the fault of its field.
    text: 'Nothing was counted.',
  }),
  'one-at-a-time': (say) => ({
    title: 'One question at a time',
    text: `“${clip(say('part', 'Something'), 120)}” is asked beside something else of its kind, so nothing was counted. Ask of one group, MSC or person, over one period, for one measure or all of them: ${say('examples', 'metrics aviation last month')}.`,
  }),
  'not-understood': (say) => ({
    title: `“${clip(say('part', 'That'), 120)}” was not understood`,
    text: `Nothing was counted. ${nearest(say)}Write it as in: ${say('examples', 'metrics aviation last month')}.`,
  }),
  'not-a-personal-chat': () => ({
    title: 'This works in your own chat only',
    text: 'What it shows is for you alone. Open the chat with Casekeeper and type it there.',
  }),
  'api-key-exists': (say) => ({
    title: `${say('system', 'The system')} has an API key already`,
    text: 'It was not changed, and it cannot be shown again. If it is lost, revoke it and create a new one.',
  }),
  'no-api-key': (say) => ({
    title: `${say('system', 'That system')} has no API key`,
    text: 'Nothing was revoked. Type api keys to see which systems have one.',
  }),
  'already-member': (say) => ({
    title: `You belong to ${say('group', 'this group')} already`,
    text: 'There is nothing to ask for. Type groups to see your groups.',
  }),
  'request-answered': (say) => ({
    title: `${say('request', 'The request')} is answered already`,
    text: `${say('who', 'Someone else')} ${say('how', 'answered')} it. Nothing was changed.`,
  }),
  'no-such-request': (say) => ({
    title: `There is no request ${say('request', 'of that number')}`,
    text: 'Its number is MR and digits, such as MR12. Type requests to see those that wait for you.',
  }),
  'approval-pending': (say) => ({
    title: `${say('number', 'The case')} waits for approval to close`,
    text: `The lead time is long, so its closing was put to ${say('who', 'a supervisor')}, who approves or declines it. You are told of the answer.`,
  }),
  'too-many-reports': (say) => ({
    title: 'You can report three problems an hour',
    text: `Nothing was sent. Try again in ${minutes(say('minutes', '60'))}. Someone who is in the directory can report it for you now.`,
  }),
  'no-such-problem': (say) => ({
    title: `There is no report ${say('problem', 'of that number')}`,
    text: 'Its number is PB and seven digits, such as PB0000012. Type problems to see those that wait.',
  }),
  'nothing-missed': (say) => ({
    title: `No clock of ${say('number', 'the case')} is missed`,
    text: 'There is nothing to take in hand. Open the case to see what is owed, and by when.',
  }),
  'in-hand': (say) =>
    say('own', '') === ''
      ? {
          title: `${say('who', 'Someone else')} has it`,
          text: `${say('who', 'Someone else')} ${has(say)} ${say('number', 'the case')} in hand${at(say)}, so nothing was changed and it is taken no further up. Speak with them if it should be with you.`,
        }
      : {
          title: 'You have it already',
          text: `You ${say('at', '') === '' ? 'have' : 'have had'} ${say('number', 'the case')} in hand${at(say)}, so nothing was changed and it is taken no further up.`,
        },
  'no-such-plan': (say) => ({
    title: `There is no action plan ${say('plan', 'of that number')}`,
    text: 'Its number is AP and seven digits, such as AP0000001. Type action plans to see those that are open.',
  }),
  'plan-closed': (say) => ({
    title: `${say('plan', 'The action plan')} is closed: ${say('state', 'met')}`,
    text: 'Nothing was changed. If the goal is missed again, a new action plan is asked for.',
  }),
  'plan-changed': (say) => ({
    title: `${say('plan', 'The action plan')} was written anew meanwhile`,
    text: 'Nothing of yours was saved, and what you typed is still there. Read above what stands now; send again to put yours in its place.',
  }),
  'unreadable-record': (say) => ({
    title: `The stored record cannot be read, reference ${say('reference', 'in the log')}`,
    text: `${say('what', 'A record')} that this needs is damaged, so it was not done. Everything else goes on, and the program office is told. Give your administrator the reference.`,
  }),
  'goal-not-missed': (say) => ({
    title: 'There is no missed goal to plan for',
    text: `${say('measure', 'The measure')} of ${say('scope', 'this scope')} ${say('figure', 'has nothing to count')} in ${say('month', 'this month')}. Name another month, or another measure.`,
  }),
};

// A button's title may be a plural, "API keys", or a verb.
const quoted = (action: string): string => (action === '' ? 'This' : `“${action}”`);

const nearest = (say: Say): string => {
  const group = say('nearest', '');
  return group === '' ? '' : `Did you mean ${group}? `;
};

const has = (say: Say): string => (say('at', '') === '' ? 'has' : 'has had');

const at = (say: Say): string => {
  const when = say('at', '');
  return when === '' ? '' : ` since ${when}`;
};

const level = (say: Say): string => (say('level', '') === '' ? 'matching' : `Level ${say('level', '')}`);

/** The words of a refusal. Parameters come from people and are made safe here. */
export function refusalText(refusal: Refusal): RefusalWords {
  return WORDS[refusal.code]((param, otherwise) => {
    const value = oneLine(refusal.params[param] ?? '');
    return value === '' ? otherwise : value;
  });
}
