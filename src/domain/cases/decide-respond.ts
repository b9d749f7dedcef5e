import { MSC_NAMES } from '../people/directory';
import { refusal } from '../refusal';
import { no } from '../result';
import { levelTwoOf } from './decide-refer-back';
import { happens, mayNow, type Decision } from './decision';
import { calendarDaysBetween } from '../clocks/calendar-days';
import { comingDatesOf, readDate, type DateRange } from '../dates/date-range';
import type { Happening, Level3Response } from './timeline';
import { TypedForm } from './typed-form';
import { TEXT_LIMITS } from './typed-text';

/** The five responses of Level 3 (rule L3-5), each with the date it needs, where it needs one. */
export const RESPONSES = {
  'engineering-support': { name: 'With the Engineering Support Activity', date: 'Estimated Completion Date' },
  award: { name: 'Award', date: 'Contract Delivery Date' },
  'not-procurable': { name: 'Not procurable', date: undefined },
  'pr-cancelled': { name: 'PR cancelled', date: undefined },
  delay: { name: 'Delay', date: 'date until which it is delayed' },
} as const satisfies Readonly<Record<Level3Response['kind'], { name: string; date: string | undefined }>>;

const RESPONSE_NAMES = {
  'engineering-support': RESPONSES['engineering-support'].name,
  award: RESPONSES.award.name,
  'not-procurable': RESPONSES['not-procurable'].name,
  'pr-cancelled': RESPONSES['pr-cancelled'].name,
  delay: RESPONSES.delay.name,
} as const;

const TEXT_MISSING: Readonly<Record<Level3Response['kind'], string>> = {
  'engineering-support': 'Write what the Engineering Support Activity does and what follows.',
  award: 'Write what was awarded, so that Level 2 can tell the customer.',
  'not-procurable': 'Write why the item cannot be procured.',
  'pr-cancelled': 'Write why the PR was cancelled.',
  delay: 'Write what causes the delay and what is done about it.',
};

/**
 * Level 3's response (rule L3-5, DLAM 3000.05 E5 2.d). It returns the case to Level 2, except a delay of at most
 * `longLeadDays` calendar days (exactly 45 stays), which stays with Level 3 until the award. Award, not procurable and
 * cancelled complete an open PAR. Fields: `kind`, `date`, `text`.
 */
export const decideRespond: Decision = (subject, typed, by, world) => {
  const may = mayNow('case.respond', subject, by, world);
  if (!may.ok) return may;
  const form = new TypedForm(typed);
  const dates = comingDatesOf(subject, world);
  const response = readResponse(form, dates);
  const read = form.complete({ response });
  if (!read.ok) return read;
  const given = read.value.response;
  const policy = world.policies.at(subject.openedAt);
  if (given.kind === 'delay' && calendarDaysBetween(dates.min, given.until) <= policy.longLeadDays) {
    return happens({ kind: 'responded', response: given });
  }
  const to = levelTwoOf(subject, world.directory);
  if (to === undefined)
    return no(refusal('nothing-to-escalate-to', { msc: MSC_NAMES[subject.details.msc], level: '2' }));
  const responded: Happening = { kind: 'responded', response: given, ...to };
  const final = given.kind !== 'delay' && given.kind !== 'engineering-support';
  if (subject.openPar === undefined || !final) return happens(responded);
  const { number } = subject.openPar;
  return happens(responded, { kind: 'par-completed', number, adequate: true, text: given.text });
};

function readResponse(form: TypedForm, dates: DateRange): Level3Response | undefined {
  const kind = form.requiredChoice('kind', 'The response', RESPONSE_NAMES);
  const missingText = kind === undefined ? 'Write what Level 2 can tell the customer.' : TEXT_MISSING[kind];
  const text = form.requiredText('text', 'The response', missingText, TEXT_LIMITS.text);
  const date = kind === undefined ? undefined : readResponseDate(form, RESPONSES[kind].date, dates);
  if (kind === undefined || text === undefined) return undefined;
  switch (kind) {
    case 'not-procurable':
    case 'pr-cancelled':
      return { kind, text };
    case 'engineering-support':
      return date === undefined ? undefined : { kind, completionDate: date, text };
    case 'award':
      return date === undefined ? undefined : { kind, deliveryDate: date, text };
    case 'delay':
      return date === undefined ? undefined : { kind, until: date, text };
  }
}

function readResponseDate(form: TypedForm, name: string | undefined, dates: DateRange): string | undefined {
  if (name === undefined) return undefined;
  return form.required('date', `Give the ${name}, from ${dates.min} to ${dates.max}.`, readDate(dates));
}
