import { faulty } from '../refusal';
import { no } from '../result';
import { happens, mayNow, type Decision } from './decision';
import { parKeepsOpen } from './par-record';
import { readWord } from './read-word';
import { TypedForm } from './typed-form';

/**
 * A Level 2 supervisor approves the closing that was asked for: the case is closed with the words, the reason and the
 * alternative as they were asked (rule CL-5). To change them, the supervisor closes it themself.
 */
export const decideApprove: Decision = (subject, _typed, by, world) => {
  const may = mayNow('case.approve', subject, by, world);
  if (!may.ok) return may;
  const asked = subject.closingAsked;
  if (asked === undefined) return happens();
  // What closing needs holds at this door too (rules CL-2, CL-4, CL-8).
  const lacking = parKeepsOpen(subject);
  if (lacking !== undefined) return no(faulty([{ field: 'text', message: lacking }]));
  // A closing that was asked for before it said how it goes goes to the contact's own address (rule CL-3).
  const waits = subject.details.externalContact;
  const word = asked.word ?? (waits ? readWord(new TypedForm({}), subject, 'final') : undefined);
  const { text, reason, alternative } = asked;
  const longLead = { reason, ...(alternative === undefined ? {} : { alternative }), askedBy: asked.by };
  return happens({ kind: 'closed', text, ...(word === undefined ? {} : { word }), longLead });
};
