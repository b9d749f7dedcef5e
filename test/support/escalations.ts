import { decideEscalate } from '../../src/domain/cases/escalation/decide-escalate';
import type { Case } from '../../src/domain/cases/case';
import type { CaseDetails } from '../../src/domain/cases/details/details';
import { aCase, details } from './cases';
import { aWorld, person } from './site';

export type Typed = Readonly<Record<string, string>>;

/** A pre-award escalation that meets every criterion; there is no note. */
export const PRE_AWARD: Typed = {
  direction: 'pre-award',
  group: 'av3',
  actionType: 'PR Expedite',
  notesDate: '',
  'item.stock-on-hand': 'none at any depot',
  'item.pr-status': 'released, no award',
  'item.records': 'PR 7001234567: nothing',
  'item.existing-cases': 'none',
  'item.pr-wedge': 'none applies',
  'item.open-question': 'whether the award can come earlier',
};
/** The same after award, with its PAR. */
export const POST_AWARD: Typed = {
  ...PRE_AWARD,
  direction: 'post-award',
  actionType: '',
  'item.par-records': 'none open',
  'item.pr-wedge': '',
  parNumber: 'PAR-20261102',
  parKind: 'status',
  parIpg: 'II',
};
/** An escalation of a Level 1 case to Level 2. */
export const LEVEL_1: Typed = {
  'item.research': 'WebVLIPS: backordered',
  'item.open-question': 'when it ships',
  'item.self-help': 'FedMall',
  group: 'av2',
};
/** A site issue of Distribution with all that is asked of it; assignment and interim response are read from the case. */
export const SITE_ISSUE: Typed = {
  direction: 'distribution-center',
  requisition: 'W25G1V63210001',
  'item.problem': 'Shipped short.',
  'item.preliminary-research': 'Issued at Susquehanna.',
  'item.site-research': 'DSS shows 4 of 10.',
  'item.distribution-center': 'ddsp',
  'item.pending-response': 'E-mail went today at 09:00.',
};
/** Decides an escalation of an Aviation case by its assignee, unless said otherwise. */
export const escalate = (typed: Typed, subject: Case = aCase(), by = 'av2-agent', site = aWorld()) =>
  decideEscalate(subject, typed, person(by), site);
/** The same form with some fields left out. */
export const without = (typed: Typed, ...fields: readonly string[]): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([field]) => !fields.includes(field)));

/** Details without NSN and PR number. */
export function bareDetails(): CaseDetails {
  const { account, contact, customerChannel, externalContact, msc, reason, description, problemNotes } =
    details();
  return {
    account,
    contact,
    customerChannel,
    externalContact,
    msc,
    ipd: 2,
    reason,
    description,
    problemNotes,
  };
}
