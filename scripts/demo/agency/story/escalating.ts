import { decideEscalate } from '../../../../src/domain/cases/escalation/decide-escalate';
import type { Direction } from '../../../../src/domain/cases/timeline';
import type { Typed } from '../../../../src/domain/kernel/text/typed-form';
import { JUSTIFICATIONS } from '../../../../src/domain/policy/escalation-words';
import type { Deed } from './life';
import type { Scene } from './scene';

const ACTIONS = ['PR Expedite', 'PR Expedite', 'Emergency Request', 'PR Other', 'Partial Request', 'Product Specialist Referral']; // prettier-ignore

/** What was found for each item of every checklist; a form shows those of its own. */
const FINDINGS: Typed = {
  'item.research': 'EBS and FedMall searched: ordered, no date.',
  'item.open-question': 'Whether it can come earlier than the date shown.',
  'item.self-help': 'FedMall shown to the customer.',
  'item.stock-on-hand': 'None at any depot.',
  'item.pr-status': 'Released, no award.',
  'item.records': 'Searched by PR: nothing newer.',
  'item.par-records': 'None open, none closed lately.',
  'item.existing-cases': 'None.',
  'item.pr-wedge': 'Lateral support asked, none to be had.',
  'item.internal-comment': 'Drawing under review.',
  'item.problem': 'Shipped by the record, not received.',
  'item.preliminary-research': 'Material Tracker: staged, not manifested.',
  'item.site-research': 'WMS: picked, short by one.',
  'item.pending-response': 'Sent today.',
};

/** Which way Level 2 asks Level 3: Distribution at times a Distribution Center, the others at times after award, with a PAR. */
export function directionOf({ case: subject, chances }: Scene): Direction {
  if (subject.details.msc === 'distribution')
    return chances.happens(0.45) ? 'distribution-center' : 'pre-award';
  return chances.happens(0.25) ? 'post-award' : 'pre-award';
}

/** The holder escalates the case to the next level, with a complete checklist. */
export function escalate(scene: Scene, direction: Direction, at: number): Deed {
  const { chances, case: subject } = scene;
  const par = subject.openPar;
  const centers = scene.context.policies.at(at).distributionCenters;
  const typed: Typed = {
    ...FINDINGS,
    direction,
    actionType: direction === 'pre-award' ? chances.of(ACTIONS) : '',
    techBlocked: chances.happens(0.1) ? 'yes' : 'no',
    ...(direction === 'distribution-center' ? { 'item.distribution-center': chances.of(centers).key } : {}),
    ...(direction === 'pre-award' ? notes(scene, at) : {}),
    ...(direction === 'post-award' ? (par ? { parNumber: par.number } : newPar(scene)) : {}),
  };
  return scene.deed(decideEscalate, typed, scene.holder, at);
}

/** A PAR that the case has not had. */
export function newPar({ case: { number, pars }, chances }: Scene): Typed {
  return {
    parNumber: `4${number.slice(2)}${pars.length + 1}`,
    parKind: chances.happens(0.7) ? 'status' : 'other',
    parIpg: chances.weighted({ I: 15, II: 25, III: 30, other: 30 }),
  };
}

/** The latest note: none, an old one, or a current one whose award date does not suffice (rule ES-8). */
function notes(scene: Scene, at: number): Typed {
  const { chances } = scene;
  if (chances.happens(0.4)) return {};
  const days = chances.whole(1, 90);
  const typed = { notesDate: scene.dateIn(-days, at) };
  if (chances.happens(0.3)) return { ...typed, eadSuffices: 'yes' };
  const { key } = chances.of(JUSTIFICATIONS);
  const number = { [`justification.${key}.number`]: String(chances.whole(2, 900)) };
  return { ...typed, eadSuffices: 'no', [`justification.${key}`]: 'true', ...number };
}
