import { caseAction } from '../../commands/cases/case-action';
import { splitCaseNumber } from '../../commands/cases/case-number';
import { choice, choicesOf, isSent, longText, radio, text, oneSection } from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import { sentCaseInput } from '../../commands/forms/inputs';
import { decideCorrect } from '../../domain/cases/corrections/decide-correct';
import type { Field } from '../../cards/shared/card-value';
import type { Case } from '../../domain/cases/case';
import { mscOfGroup, mscsWithGroup } from '../../domain/cases/escalation/msc-of';
import { MSC_NAMES, type Directory } from '../../domain/directory/directory';
import { formText } from '../../domain/kernel/text/document-number';

// "ipd 03", "pr to 7000000099": the field and its value, one word each.
const VALUE =
  /^(pr|requisition|req|nsn|ipd)(?:\s+(?:to|is)\s+|\s*[:=#]\s*|\s+)(?!(?:was|is|and|to)\b)(\S*\d\S*?)[,;.]?(?:\s+|$)/iu;
const REASON = /^reason(?:\s+(?:to|is)\s+|\s*[:=]\s*|\s+)(?=\S)/iu;

/** The case, the values that were named, and the rest as why. The form reads the reason, as it depends on the policy. */
function readCorrection(line: string): Record<string, string> {
  const { number, after } = splitCaseNumber(line.trim());
  const values: Record<string, string> = number === undefined ? {} : { case: number };
  let rest = after;
  for (let found = VALUE.exec(rest); found !== null; found = VALUE.exec(rest)) {
    const [whole, field = '', value = ''] = found;
    values[field.toLowerCase() === 'req' ? 'requisition' : field.toLowerCase()] = value;
    rest = rest.slice(whole.length).replace(/^and\s+/iu, '');
  }
  const said = rest.replace(REASON, '');
  if (said !== rest) values['reason'] = said;
  else if (rest !== '') values['why'] = rest;
  return values;
}

/** Splits a typed reason into the key of the policy's reason that begins it, and the rest as why. */
function withReason(given: Given, reasons: Readonly<Record<string, string>>): Given {
  const { reason: typed, ...others } = given;
  if (typed === undefined || typed in reasons || isSent(given)) return given;
  const names = Object.entries(reasons).flatMap(([key, title]) => [
    { key, name: title.toLowerCase() },
    { key, name: key },
    { key, name: key.replaceAll('-', ' ') },
  ]);
  const begun = names
    .filter(({ name }) => `${typed.toLowerCase()} `.startsWith(`${name} `))
    .sort((a, b) => b.name.length - a.name.length)[0];
  const why = begun === undefined ? typed : typed.slice(begun.name.length).trim();
  return {
    ...others,
    ...(begun === undefined ? {} : { reason: begun.key }),
    ...(why === '' ? {} : { why }),
  };
}

/** Corrects the details of a case: one form with the current values, and why (rule CA-10). */
export const correctCommand = caseAction({
  action: 'case.correct',
  area: 'Cases',
  typed: {
    words: ['correct case', 'correct'],
    usage: 'correct CS0000001',
    summary: 'Corrects the PR, requisition, NSN, IPD, MSC, reason, or whether the customer is waiting.',
    example: 'correct CS0000012',
    freeText: 'why',
    read: readCorrection,
  },
  schema: sentCaseInput,
  form: (current, typed, { policies, directory }) => {
    const { number, details, openedAt } = current;
    const { reasons, numbers } = policies.at(openedAt);
    const given = withReason(typed, reasons);
    const listed = details.reason in reasons ? reasons : { [details.reason]: details.reason, ...reasons };
    return {
      title: `Correct ${number}`,
      intro: [
        'Change what is wrong and say why. Clocks and metrics use the new values. A missed clock stays missed.',
        ...mscText(current, directory),
      ].join(' '),
      sections: oneSection(
        text(given, 'pr', 'PR number', { otherwise: details.pr ?? '', hint: `${formText(numbers.pr)}.` }),
        text(given, 'requisition', 'Requisition number', { otherwise: details.requisition ?? '' }),
        text(given, 'nsn', 'NSN', { otherwise: details.nsn ?? '', placeholder: '5331-00-618-5361' }),
        text(given, 'ipd', 'IPD', {
          otherwise: details.ipd === undefined ? '' : String(details.ipd).padStart(2, '0'),
          placeholder: '01 to 15',
        }),
        ...mscField(current, given, directory),
        choice(given, 'reason', 'Reason', {
          required: true,
          choices: choicesOf(listed),
          otherwise: details.reason,
        }),
        radio(given, 'externalContact', 'Is the customer waiting for an answer?', {
          required: true,
          choices: choicesOf({ true: 'Yes', false: 'No' }),
          otherwise: String(details.externalContact),
        }),
        longText(given, 'why', 'Reason for the correction', { required: true }),
      ),
    };
  },
  decide: decideCorrect,
  confirmation: () => 'Corrected. The clocks use the new values.',
});

/** The MSC can be corrected while no MSC's group holds the case; those with a group to work it are offered (rule ES-1). */
function mscField({ group, details }: Case, given: Given, directory: Directory): readonly Field[] {
  if (mscOfGroup(directory.group(group)) !== undefined) return [];
  const offered = [...new Set([details.msc, ...mscsWithGroup(2, directory)])];
  const choices = offered.map((value) => ({ title: MSC_NAMES[value], value }));
  return [choice(given, 'msc', 'MSC', { required: true, choices, otherwise: details.msc })];
}

function mscText({ group, number }: Case, directory: Directory): readonly string[] {
  const holding = directory.group(group);
  const msc = mscOfGroup(holding);
  if (holding === undefined || msc === undefined) return [];
  return [
    `The MSC, ${MSC_NAMES[msc]}, comes from ${holding.name}. To change it, reassign the case (reassign ${number}).`,
  ];
}
