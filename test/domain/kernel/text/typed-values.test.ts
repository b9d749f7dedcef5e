import { readAccount } from '../../../../src/domain/cases/details/account';
import { readEmail, readPhone } from '../../../../src/domain/cases/details/contact';
import { readIpd } from '../../../../src/domain/cases/details/ipd';
import { readMember } from '../../../../src/domain/cases/member';
import { readNsn } from '../../../../src/domain/cases/details/nsn';
import { readRequisition } from '../../../../src/domain/cases/details/requisition';
import { saysNothing } from '../../../../src/domain/kernel/text/says-something';
import { TypedForm } from '../../../../src/domain/kernel/text/typed-form';
import { readLine, readText, type Read } from '../../../../src/domain/kernel/text/typed-text';
import { readMessageMethod } from '../../../../src/domain/cases/messages/read-message-method';
import { formText, readNumber } from '../../../../src/domain/kernel/text/document-number';
import { validateDetails } from '../../../../src/domain/cases/details/validate-details';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/default-policy';
import { aCase, decided, refused } from '../../../support/cases';
import { aDirectory, aPerson, aWorld } from '../../../support/site';

const value = (read: Read<unknown>): unknown => (read.ok ? read.value : undefined);
const message = (read: Read<unknown>): string => (read.ok ? '' : read.message);
const LONG = `!${'y'.repeat(299)}`;

describe('A typed value that is refused', () => {
  it.each<[string, number, (typed: string) => Read<unknown>]>([
    ['an account', 40, readAccount],
    ['an e-mail address', 60, readEmail],
    ['a telephone number', 40, readPhone],
    ['an IPD', 40, readIpd],
    ['an NSN', 40, readNsn],
    ['a requisition', 40, readRequisition],
    ['a number', 40, readNumber('PR', DEFAULT_POLICY.numbers.pr)],
    ['a member', 60, (typed) => readMember(typed, 'av2', aDirectory())],
  ])('as %s is quoted up to its first %i characters (ES-9)', (_, length, read) => {
    const said = message(read(LONG));
    expect(said).toContain(`"${LONG.slice(0, length)}"`);
    expect(said).not.toContain(LONG.slice(0, length + 1));
    expect(saysNothing(LONG, 'x')).toBe(
      `"${LONG.slice(0, 40)}" alone doesn't tell the next reader anything. x`,
    );
  });
});

describe('A phone number', () => {
  it.each([
    ['+1 804 555 0100', '+1 804 555 0100'],
    ['804-555-0100 x12', '804-555-0100 x12'],
    ['804-555-0100 ext. 123456', '804-555-0100 ext. 123456'],
    ['804-555-0100 EXT12', '804-555-0100 EXT12'],
    ['804-555-0100ext 1', '804-555-0100ext 1'],
    ['DSN  695-0100', 'DSN 695-0100'],
    ['6950100', '6950100'],
    ['123456789012345', '123456789012345'],
  ])('%j is accepted as %j (AC-1)', (typed, taken) => {
    expect(value(readPhone(typed))).toBe(taken);
  });

  it.each([
    '695010',
    '1234567890123456',
    '804-555-0100 x',
    '804-555-0100 x1234567',
    '804-555-0100 xab',
    'call 6950100',
    '6950100 or so',
  ])("can't be %j (AC-1)", (typed) => {
    expect(message(readPhone(typed))).toContain("isn't a valid phone number");
  });
});

describe('An email address', () => {
  const of = (length: number) => `pat@${'d'.repeat(length - 8)}.mil`;

  it('has one @, a dotted domain of any depth, and at most 254 characters (AC-1)', () => {
    expect(value(readEmail('pat@mail.army.example.mil'))).toBe('pat@mail.army.example.mil');
    expect(value(readEmail(of(254)))).toBe(of(254));
    expect(value(readEmail(of(255)))).toBeUndefined();
    for (const typed of [
      'pat@example',
      '@example.mil',
      'a@b@example.mil',
      `${'x'.repeat(65)}@example.mil`,
      'x pat@example.mil',
      'pat@example.mil x',
    ])
      expect(value(readEmail(typed))).toBeUndefined();
  });
});

describe('A supply system number', () => {
  it('has only its own characters, with none before or after them (ES-5)', () => {
    expect(value(readNsn('5331-00-618-5361'))).toBe('5331-00-618-5361');
    for (const typed of ['NSN5331006185361', '5331006185361X', '53310061853611'])
      expect(value(readNsn(typed))).toBeUndefined();
    expect(value(readRequisition('w25g1v-6321-0001'))).toBe('W25G1V63210001');
    expect(value(readRequisition('W25G1V63210001A'))).toBe('W25G1V63210001A');
    for (const typed of ['W25G1V63210001AB', 'NW25G1V6321-00012', 'W25G1VX3210001', 'W25G1V6321000'])
      expect(value(readRequisition(typed))).toBeUndefined();
  });

  it('has the form that the policy sets, with letters only if that form allows them (ES-6)', () => {
    const form = { min: 4, max: 6, source: 'local', from: '2025-01-01' } as const;
    const digits = readNumber('PAR', { ...form, letters: false });
    const letters = readNumber('PAR', { ...form, letters: true });
    expect([digits('1234'), digits('123456'), letters('A123'), letters('#A123:')].map(value)).toEqual([
      '1234',
      '123456',
      'A123',
      'A123',
    ]);
    for (const typed of ['123', '1234567', 'A1234', '1234A', '12A45'])
      expect(value(digits(typed))).toBeUndefined();
    for (const typed of ['ABCD', '12_4', '_1234', '1234_', 'A1'])
      expect(value(letters(typed))).toBeUndefined();
    expect(formText({ min: 8, max: 10, letters: false })).toContain('8 to 10 digits');
    expect(formText({ min: 8, max: 8, letters: true })).toContain('8 letters or digits');
    expect(message(digits('12'))).toContain('4 to 6 digits');
  });
});

describe('Typed text', () => {
  it('on one line has repeated spaces collapsed and outer spaces removed', () => {
    expect(value(readLine('Why', '  the \u00a0 wrong   part ', 100))).toBe('the wrong part');
    expect(value(readLine('Why', '\nthe part\n', 100))).toBe('the part');
    expect(message(readLine('Why', 'a\nb', 100))).toContain('line breaks');
  });

  it('on several lines has one kind of line ending and no outer spaces', () => {
    expect(value(readText('Why', ' a\r\nb\rc\nd\n ', 100))).toBe('a\nb\nc\nd');
    expect(message(readText('Why', 'a\u0007b', 100))).toContain('control characters');
  });

  it('is accepted up to its length limit and refused beyond it', () => {
    expect(value(readText('Why', 'x'.repeat(10), 10))).toBe('x'.repeat(10));
    expect(message(readText('Why', 'x'.repeat(11), 10))).toBe(
      'Why has 11 characters. Shorten it to 10 or fewer.',
    );
  });
});

describe('A form', () => {
  it('names the choices or points to a long list, and quotes the start of what was typed (ES-9)', () => {
    const names = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, `Name ${index}`]));
    const said = (count: number, typed = '') => {
      const form = new TypedForm({ way: typed });
      form.requiredChoice('way', 'The way', names(count));
      return refused(form.complete({})).messages['way'];
    };
    expect(said(2)).toBe('The way is missing. Choose one of: Name 0, Name 1.');
    expect(said(8)).toContain('Name 7.');
    expect(said(9)).toBe('The way is missing. Choose one from the list.');
    expect(said(2, LONG)).toBe(`The way "${LONG.slice(0, 40)}" isn't valid. Choose one of: Name 0, Name 1.`);
  });

  it('reads one of its lines, and throws if a required field has neither value nor fault', () => {
    expect(new TypedForm({ title: ' The  quote ' }).line('title', 'Title', 20)).toBe('The quote');
    const form = new TypedForm({});
    expect(() => form.complete({ text: undefined, other: 'x' })).toThrow(
      'A field has neither a value nor a fault: text',
    );
    expect(form.complete({ other: 'x' })).toEqual({ ok: true, value: { other: 'x' } });
  });
});

describe('A member of a group', () => {
  it("is found by ID, name, or email, and a person who isn't a member is refused by name (AS-1)", () => {
    for (const typed of ['av2-agent', 'AV2 AGENT', 'Av2-Agent@example.mil'])
      expect(value(readMember(typed, 'av2', aDirectory()))).toBe('av2-agent');
    expect(message(readMember('av3-agent', 'av2', aDirectory()))).toBe(
      "Av3 Agent isn't a member of aviation av2. Choose one of its members.",
    );
    expect(message(readMember('av2-agent', 'gone', aDirectory()))).toBe(
      "Av2 Agent isn't a member of gone. Choose one of its members.",
    );
  });

  it('whose name is not unique is asked for by email address (AS-1)', () => {
    const people = aDirectory().people.map((each) =>
      each.id === 'av2-other' ? aPerson('av2-other', { name: 'Av2 Agent' }) : each,
    );
    const two = aDirectory(aDirectory().groups, people);
    expect(message(readMember('Av2 Agent', 'av2', two))).toContain(
      'Several members of aviation av2 are named',
    );
    expect(value(readMember('av2-other', 'av2', two))).toBe('av2-other');
  });
});

describe('The delivery of a message to the customer', () => {
  it('is by email with a subject that has the case number, or not at all if the form has a fault (CL-3)', () => {
    const read = (typed: Readonly<Record<string, string>>) =>
      readMessageMethod(new TypedForm(typed), aCase(), 'final', aWorld());
    expect(read({})).toEqual({
      by: 'email',
      to: 'pat@example.mil',
      subject: 'Case CS0000001: resolution of your inquiry',
    });
    expect(read({ mailTo: 'nowhere' })).toBeUndefined();
    expect(read({ mailSubject: 'Your case' })).toBeUndefined();
    expect(read({ mailTo: 'nowhere', mailSubject: 'Your case' })).toBeUndefined();
  });
});

describe('Details that are left out', () => {
  const typed = {
    account: 'W25G1V',
    contactName: 'Pat Customer',
    contactPhone: '+1 804 555 0100',
    customerChannel: 'telephone',
    externalContact: 'false',
    msc: 'aviation',
    priority: 'high',
    reason: 'order-status',
    description: 'When does the O-ring ship?',
  };

  it('are missing from the case, and no one is waiting if the agent says so (CK-4, CA-5)', () => {
    expect(decided(validateDetails(typed, DEFAULT_POLICY, 1))).toStrictEqual({
      account: { kind: 'DoDAAC', code: 'W25G1V' },
      contact: { name: 'Pat Customer', phone: '+1 804 555 0100' },
      customerChannel: 'telephone',
      externalContact: false,
      msc: 'aviation',
      statedPriority: 'high',
      reason: 'order-status',
      description: 'When does the O-ring ship?',
      problemNotes: '',
    });
    const byMail = { ...typed, contactPhone: '', contactEmail: 'pat@example.mil', ipd: '2', priority: '' };
    const read = decided(validateDetails(byMail, DEFAULT_POLICY, 1));
    expect(read.contact).toStrictEqual({ name: 'Pat Customer', email: 'pat@example.mil' });
    expect(read).not.toHaveProperty('statedPriority');
    expect(read.ipd).toBe(2);
  });
});
