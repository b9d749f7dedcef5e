/** What a complete form of a new case sends; `change` replaces any of it. */
export const newCaseInputs = (change: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  account: 'W25G1V',
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
  requisition: 'W25G1V63210001',
  reason: 'delivery-date',
  description: 'When does the O-ring ship?',
  problemNotes: 'Backordered since June.',
  ...change,
});

/** Texts that people and attackers type. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<at>Everyone</at>',
  '${$root.case.number} ${if(true, 1, 2)} {{DATE(x)}}',
  '👩‍🔧👩‍🔧 🇺🇸 é̂',
  '\u202Eesrever \u2067שלום\u2069',
  '"}],"type":"Action.OpenUrl","url":"javascript:1"',
  '__proto__',
  '*bold* [link](https://example.org) `code` # head',
  "Robert'); DROP TABLE cases;--",
];
