import type { Policy } from './policy';

/** The types of action that an escalation asks for (rule ES-7, DLAM 3000.05 E4 "Escalating" c); another clear one may be typed. */
export const ACTION_TYPES = [
  'PR Expedite',
  'Emergency Request',
  'PR Other',
  'Partial Request',
  'Product Specialist Referral',
] as const satisfies Policy['actionTypes'];

/**
 * What justifies asking Level 3 although the notes are current (rule ES-8, DLAM 3000.05 E4 "Escalating" e). A kind
 * with a number is not complete without it.
 */
export const JUSTIFICATIONS = [
  { key: 'total-quantity', label: 'Total quantity needed to support the item', number: 'Total quantity' },
  { key: 'breach-or-zt-denied', label: 'Breach of stock or ZT block requested and denied' },
  { key: 'notes-not-sufficient', label: 'Notes are current but not sufficient to support' },
  { key: 'ead-not-sufficient', label: 'Estimated Award Date is not sufficient' },
  { key: 'date-of-need', label: 'Reason, mission support and date of need', number: 'Date of need' },
  { key: 'aircraft-on-ground', label: 'Aircraft on Ground (AOG)', number: 'Tail number' },
  { key: 'micap', label: 'Mission Impaired Capability (MICAP)' },
  { key: 'underway-limiting', label: 'Underway limiting', number: 'Hull number' },
  { key: 'deployment', label: 'Deployment' },
  { key: 'downed-equipment', label: 'Downed equipment', number: 'Serial number' },
] as const satisfies Policy['justifications'];
