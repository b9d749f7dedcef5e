import type { Msc } from '../../directory/directory';

/** Priorities in falling order (rule CA-5). */
export const PRIORITIES = ['emergency', 'high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How the customer contacted us (rule CA-9, DLAI 3000.05 paragraph 4). */
export const CUSTOMER_CHANNELS = {
  email: 'Email',
  telephone: 'Phone',
  cic: 'Customer Interaction Center',
  'site-visit': 'Site visit',
  training: 'Training',
  'strategic-engagement': 'Strategic engagement',
  'customer-system': "Customer's system",
} as const;
type CustomerChannel = keyof typeof CUSTOMER_CHANNELS;

/** How an account is known (rule AC-1): DoDAAC (6 letters or digits), CAGE (5), UEI (12). */
export type AccountKind = 'DoDAAC' | 'CAGE' | 'UEI';
export interface Account {
  readonly kind: AccountKind;
  readonly code: string;
}

/** The customer's person: a name, and an email or a phone number (rule AC-1). */
export interface Contact {
  readonly name: string;
  readonly email?: string;
  readonly phone?: string;
}

/**
 * What the customer asked and how they can be reached, as captured at creation. Changed afterwards by entries alone: a
 * correction of the case (rule CA-10), or of the contact's record, which comes to their open cases.
 */
export interface CaseDetails {
  readonly account: Account;
  readonly contact: Contact;
  readonly customerChannel: CustomerChannel;
  /** Whether the customer is waiting for an answer; without it CK-1 and CK-2 do not apply (rule CK-4). */
  readonly externalContact: boolean;
  readonly msc: Msc;
  /** Issue Priority Designator, 1 to 15. The priority band it falls in depends on the level (rules CK-3, CK-7). */
  readonly ipd?: number;
  /** The priority that the agent stated, for a case without an IPD. */
  readonly statedPriority?: Priority;
  /** National Stock Number, written 4-2-3-4. */
  readonly nsn?: string;
  readonly pr?: string;
  readonly requisition?: string;
  /** Key of a reason of the policy (rule CA-8). */
  readonly reason: string;
  readonly description: string;
  readonly problemNotes: string;
}
