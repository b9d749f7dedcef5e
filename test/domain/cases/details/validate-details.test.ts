import { validateDetails } from '../../../../src/domain/cases/details/validate-details';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/default-policy';
import type { Level } from '../../../../src/domain/directory/directory';
import { decided, refused } from '../../../support/cases';

const typed = {
  account: 'w25g1v',
  contactName: 'Pat Customer',
  contactEmail: 'pat@example.mil',
  contactPhone: '',
  customerChannel: 'telephone',
  externalContact: 'true',
  msc: 'aviation',
  ipd: '02',
  priority: '',
  nsn: '5331006185361',
  pr: '7001234567',
  requisition: 'w25g1v-6321-0001',
  reason: 'order-status',
  description: 'When does it ship?\r\nIt is needed.',
  problemNotes: 'Backordered.',
};
const read = (change: Readonly<Record<string, string>> = {}, level: Level = 2) =>
  validateDetails({ ...typed, ...change }, DEFAULT_POLICY, level);

describe('The details of a case', () => {
  it('are read and normalized', () => {
    expect(decided(read())).toEqual({
      account: { kind: 'DoDAAC', code: 'W25G1V' },
      contact: { name: 'Pat Customer', email: 'pat@example.mil' },
      customerChannel: 'telephone',
      externalContact: true,
      msc: 'aviation',
      ipd: 2,
      nsn: '5331-00-618-5361',
      pr: '7001234567',
      requisition: 'W25G1V63210001',
      reason: 'order-status',
      description: 'When does it ship?\nIt is needed.',
      problemNotes: 'Backordered.',
    });
  });

  it('report every fault at its field, all at once (AC-1, CA-2, CA-5, CA-8, CA-9)', () => {
    expect(refused(validateDetails({}, DEFAULT_POLICY, 2)).fields.toSorted()).toEqual([
      'account',
      'contactEmail',
      'contactName',
      'customerChannel',
      'description',
      'externalContact',
      'msc',
      'priority',
      'problemNotes',
      'reason',
    ]);
  });

  it.each([
    ['W25G1V', 'DoDAAC'],
    ['1ab2c', 'CAGE'],
    ['ABCD 1234 EFGH', 'UEI'],
  ])('recognize the account %s as a %s by its length (AC-1)', (account, kind) => {
    expect(decided(read({ account })).account.kind).toBe(kind);
  });

  it.each(['W25G', 'W25G1VX', 'W25G1Ü', '<at>xx'])('refuse the account %s (AC-1)', (account) => {
    expect(refused(read({ account })).fields).toEqual(['account']);
  });

  it('accept a contact with only a phone number, and refuse one without email or phone (AC-1)', () => {
    const phone = { contactEmail: '', contactPhone: 'DSN 695-0100' };
    expect(decided(read(phone)).contact).toEqual({ name: 'Pat Customer', phone: 'DSN 695-0100' });
    expect(refused(read({ ...phone, contactPhone: '' })).fields).toEqual(['contactEmail']);
  });

  it.each([
    ['contactEmail', 'pat@example'],
    ['contactEmail', 'pat at example.mil'],
    ['contactEmail', 'a@b.mil, c@d.mil'],
    ['contactPhone', '555-01'],
    ['contactPhone', 'call me 8045550100'],
    ['nsn', '5331-00-618-536'],
    ['nsn', '5331006185361X'],
    ['pr', '12'],
    ['pr', '7001234567, 7001234568'],
    ['requisition', 'W25G1V6321'],
    ['ipd', '0'],
    ['ipd', '16'],
    ['ipd', '2.5'],
    ['msc', 'navy'],
    ['msc', 'constructor'],
    ['reason', '__proto__'],
    ['externalContact', 'maybe'],
  ])('refuse %s "%s" at its field', (field, value) => {
    const { fields, messages } = refused(read({ [field]: value }));
    expect(fields).toEqual([field]);
    expect(messages[field]).toMatch(/\. \w/);
  });

  it.each([
    ['1', 1],
    ['01', 1],
    ['IPD 3', 3],
    ['ipd15', 15],
  ])('accept the IPD %s (CA-5)', (ipd, value) => {
    expect(decided(read({ ipd })).ipd).toBe(value);
  });

  it('use the stated priority only if there is no IPD (CA-5)', () => {
    expect(decided(read({ ipd: '', priority: 'Medium' })).statedPriority).toBe('medium');
    expect(decided(read({ priority: 'low' }))).not.toHaveProperty('statedPriority');
  });

  it('require problem notes at Level 2 but not at Level 1 (CA-2)', () => {
    expect(refused(read({ problemNotes: '  ' }, 2)).fields).toEqual(['problemNotes']);
    expect(decided(read({ problemNotes: '  ' }, 1)).problemNotes).toBe('');
  });

  it('accept text in any script and refuse control characters', () => {
    const description = 'Où est mon colis ? 部品 👩🏽‍🔧\n\tSecond line';
    expect(decided(read({ description })).description).toBe(description);
    expect(refused(read({ description: 'a\u0000b' })).fields).toEqual(['description']);
    expect(refused(read({ contactName: 'Pat\nCustomer' })).fields).toEqual(['contactName']);
  });

  it('limit the length of a text and state the limit', () => {
    const { messages } = refused(read({ description: 'x'.repeat(4_001), contactName: 'é'.repeat(121) }));
    expect(messages).toEqual({
      description: 'Description has 4001 characters. Shorten it to 4000 or fewer.',
      contactName: 'Contact name has 121 characters. Shorten it to 120 or fewer.',
    });
    expect(decided(read({ description: '👩'.repeat(4_000) })).description).toHaveLength(8_000);
  });
});
