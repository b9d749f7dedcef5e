/** What of a case can be corrected, each with its label (rule CA-10). */
export const CORRECTABLE = {
  pr: 'PR number',
  requisition: 'Requisition number',
  nsn: 'NSN',
  ipd: 'IPD',
  msc: 'MSC',
  reason: 'Reason',
  externalContact: 'Customer is waiting for an answer',
} as const;
export type Correctable = keyof typeof CORRECTABLE;

/** One corrected value; a side that is absent stands for none. IPD as digits, whether the customer waits as true or false. */
export interface Correction {
  readonly field: Correctable;
  readonly from?: string;
  readonly to?: string;
}
