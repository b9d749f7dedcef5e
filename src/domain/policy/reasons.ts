import type { Policy } from './policy';

/**
 * The reasons of cases (rule CA-8). The text asks for the top reasons and names none but its examples of resolved and
 * unresolved cases (DLAM 3000.05 glossary, CSM Case Resolution); a site has its own list in its policy file.
 */
export const REASONS = {
  'order-status': 'Order status',
  'delivery-date': 'Delivery date or shipment status',
  backorder: 'Backorder',
  expedite: 'Expedite request',
  'improved-date': 'Improved delivery date',
  cancellation: 'Cancellation or modification of an order',
  'proof-of-delivery': 'Proof of delivery request',
  'proof-of-delivery-dispute': 'Proof of delivery dispute',
  billing: 'Billing or payment',
  'supply-discrepancy': 'Supply discrepancy (wrong, short or damaged)',
  quality: 'Product quality deficiency',
  'not-on-contract': 'Item not on contract',
  'delinquent-contract': 'Delinquent contract',
  catalogue: 'Catalog inquiry',
  'technical-data': 'Technical data inquiry',
  returns: 'Materiel return',
  'turn-in': 'Property turn-in or disposal',
  'account-access': 'Account or system access',
  other: 'Other',
} as const satisfies Policy['reasons'];
