import { changeOf } from '../../../../src/domain/cases/change';
import { customerEmailOf, messageToResend } from '../../../../src/domain/cases/messages/customer-email';
import type { CaseEvent } from '../../../../src/domain/cases/timeline';
import { withLink } from '../../../../src/domain/cases/satisfaction/ask';
import type { DomainContext } from '../../../../src/domain/kernel/domain-context';
import { aCase, details, opened } from '../../../support/cases';
import { aWorld, DAY, START } from '../../../support/site';

const AT = START + DAY;
const ASKING: DomainContext = { ...aWorld(AT), asksCustomers: true };
const word = { by: 'email', to: 'pat@example.mil', subject: 'Case CS0000001: resolution' } as const;
const CLOSED: CaseEvent = { kind: 'closed', text: 'It ships.', word };
const RESOLVED: CaseEvent = { kind: 'resolved', notes: 'It ships.' };

const change = (subject = aCase(RESOLVED), event: CaseEvent = CLOSED, context = ASKING) =>
  changeOf(subject, [event], { by: 'av2-agent', at: AT, cause: 'close' }, context);
const asked = (...given: Parameters<typeof change>): number =>
  change(...given).state.timeline.filter(({ kind }) => kind === 'satisfaction-asked').length;

it('A satisfaction survey is a separate email, sent at closure to the address of the final resolution (CL-7)', () => {
  const { state: after, notifications } = change();
  const entry = after.timeline.length - 1;
  expect(after.timeline[entry]).toMatchObject({
    kind: 'satisfaction-asked',
    by: 'casekeeper',
    to: 'pat@example.mil',
    subject: 'Case CS0000001: how satisfied are you?',
  });
  expect(after.state).toBe('closed');
  const mails = notifications.filter(({ topic }) => topic === 'mail');
  expect(mails.map(({ entry: of }) => of)).toEqual([entry - 1, entry]);
  const letter = customerEmailOf(after, entry);
  expect(letter).toMatchObject({ needsLink: true, automatic: true, to: 'pat@example.mil' });
  expect(withLink(letter?.text ?? '', 'https://a/p/$&')).toContain('\n\nhttps://a/p/$&\n\n');
  expect(customerEmailOf(after, entry - 1)).not.toHaveProperty('automatic');
});

it.each([
  ['Dana Smith', 'Dear Dana Smith,'],
  ['{link}', 'Dear {link},'],
  ['', 'Dear customer,'],
])(
  'A satisfaction survey greets the contact by name and puts the link in its place: %j (CL-7)',
  (name, greeting) => {
    const contact = { name, email: 'pat@example.mil' };
    const { state: after } = change(aCase(opened('av2', { details: details({ contact }) }), RESOLVED));
    const text = customerEmailOf(after, after.timeline.length - 1)?.text ?? '';
    const lines = withLink(text, 'https://a/p').split('\n');
    expect(lines[0]).toBe(greeting);
    expect(lines.filter((line) => line.includes('https://a/p'))).toEqual(['https://a/p']);
  },
);

it('A satisfaction survey is not sent without a survey page, external contact, or an email (CL-7)', () => {
  expect(asked(aCase(RESOLVED), CLOSED, aWorld(AT))).toBe(0);
  const alone = details({ externalContact: false });
  expect(asked(aCase(opened('av2', { details: alone }), RESOLVED), { kind: 'closed', text: 'x' })).toBe(0);
  expect(asked(aCase(RESOLVED), { ...CLOSED, word: { by: 'telephone' } })).toBe(0);
  expect(asked(aCase(RESOLVED), { kind: 'noted', text: 'x' })).toBe(0);
});

it('A satisfaction survey is sent once for a case, even if it is reopened and closed again (CL-7)', () => {
  const first = change().state;
  const again = changeOf(
    first,
    [{ kind: 'reopened', why: 'x' }, RESOLVED, CLOSED],
    { by: 'av2-agent', at: AT + DAY, cause: 'again' },
    ASKING,
  ).state;
  expect(again.state).toBe('closed');
  expect(again.timeline.filter(({ kind }) => kind === 'satisfaction-asked')).toHaveLength(1);
});

it('A satisfaction survey that was refused asks no agent to fix it and notifies no one (CL-7)', () => {
  const first = change().state;
  const of = first.timeline.length - 1;
  const refused = { kind: 'mail-refused', of, why: 'refused' } as const;
  const after = changeOf(first, [refused], { by: 'casekeeper', at: AT, cause: 'mail' }, ASKING);
  expect(messageToResend(after.state)).toBeUndefined();
  expect(after.notifications.filter(({ to }) => to.kind === 'person')).toEqual([]);
});
