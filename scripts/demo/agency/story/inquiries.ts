import type { Typed } from '../../../../src/domain/kernel/text/typed-form';
import type { Msc } from '../../../../src/domain/directory/directory';
import type { REASONS } from '../../../../src/domain/policy/reasons';
import type { Chances } from './chances';
import type { Customer } from '../customers';
import { ITEMS, nsnOf } from './items';

type Reason = keyof typeof REASONS;

/** The MSCs of the demo's groups, and how many of the customers ask each. */
const MSCS: Readonly<Partial<Record<Msc, number>>> = {
  aviation: 44,
  'land-and-maritime': 32,
  distribution: 24,
};

const CHANNELS = { email: 40, telephone: 30, cic: 14, 'customer-system': 8, 'site-visit': 3, 'strategic-engagement': 3, training: 2 } as const; // prettier-ignore

/** Every reason with how often it is given and what is asked; {item} and {requisition} are put in. */
const ASKED: Readonly<Record<Reason, readonly [number, string]>> = {
  'order-status': [17, 'What is the status of {requisition}, the {item}?'],
  'delivery-date': [16, 'When does the {item} on {requisition} ship?'],
  backorder: [13, 'The {item} has been on backorder for weeks. When is it filled?'],
  expedite: [11, 'We need the {item} sooner than {requisition} says. Can it be expedited?'],
  'improved-date': [6, 'Is there a better date for the {item}?'],
  cancellation: [4, 'Please cancel {requisition}; the {item} is no longer needed.'],
  'proof-of-delivery': [5, 'Please send proof of delivery for {requisition}.'],
  'proof-of-delivery-dispute': [2, 'The {item} was signed for by nobody here. Where did it go?'],
  billing: [4, 'We were billed twice for {requisition}.'],
  'supply-discrepancy': [4, 'We received the wrong quantity of the {item}.'],
  quality: [3, 'The {item} failed inspection on receipt. What do we do with it?'],
  'not-on-contract': [2, 'The {item} shows no contract. How can we order it?'],
  'delinquent-contract': [2, 'The contract for the {item} is late. What are the options?'],
  catalogue: [3, 'Which {item} replaces the one that we used to order?'],
  'technical-data': [2, 'Where do we find the drawing of the {item}?'],
  returns: [2, 'How do we return an unused {item}?'],
  'turn-in': [1, 'We have old {item} stock to turn in. Who takes it?'],
  'account-access': [2, 'We cannot log in to see our orders.'],
  other: [1, 'A question on how our orders for the {item} are filled.'],
};
const REASON_WEIGHTS = Object.fromEntries(
  Object.entries(ASKED).map(([reason, [weight]]) => [reason, weight]),
) as Readonly<Record<Reason, number>>;

const PROBLEMS = ['Checked in EBS: no movement since it was ordered.', 'Status shows no update for thirty days.', 'Customer has called before about it.', 'Nothing on hand at the nearest depot.', 'The unit waits for it to finish a repair.']; // prettier-ignore

/** What is typed into the form of a new case, for the nth inquiry of the agency. */
export function inquiryOf(
  nth: number,
  level: 1 | 2,
  customers: readonly Customer[],
  chances: Chances,
): Typed {
  const customer = chances.of(customers);
  const contact = chances.of(customer.contacts);
  const [item, group] = chances.of(ITEMS);
  const reason = chances.weighted(REASON_WEIGHTS);
  const serial = String(nth % 10_000).padStart(4, '0');
  const requisition = `${customer.account.code.slice(-6).padStart(6, 'X')}${String(1000 + (nth % 9000))}${serial}`;
  const asked = ASKED[reason][1].replace('{item}', item).replace('{requisition}', requisition);
  // The least urgent are the most.
  const ipd = chances.happens(0.95) ? String(Math.ceil(15 * chances.next() ** 0.6)) : '';
  return {
    account: customer.account.code,
    contactName: contact.name,
    contactEmail: contact.email ?? '',
    contactPhone: contact.phone ?? '',
    customerChannel: chances.weighted(CHANNELS),
    externalContact: String(chances.happens(0.94)),
    msc: chances.weighted(MSCS as Readonly<Record<Msc, number>>),
    ipd,
    priority: ipd === '' ? chances.of(['emergency', 'high', 'medium', 'low']) : '',
    nsn: nsnOf(group, chances.whole(0, 399)),
    pr: String(7_000_000_000 + nth),
    requisition,
    reason,
    description: asked,
    problemNotes: level === 2 || chances.happens(0.5) ? chances.of(PROBLEMS) : '',
  };
}
