import { decideDcAnswer } from '../../../../src/domain/cases/decisions/decide-dc-answer';
import { decideReferBack } from '../../../../src/domain/cases/decisions/decide-refer-back';
import { decideRespond } from '../../../../src/domain/cases/decisions/decide-respond';
import { RESPONSES } from '../../../../src/domain/cases/level-3/responses';
import type { ResponseKind } from '../../../../src/domain/cases/level-3/responses';
import type { Typed } from '../../../../src/domain/kernel/text/typed-form';
import { askedOfLevel3 } from '../../../../src/domain/cases/escalation/last-escalation';
import { directionOf, escalate } from './escalating';
import type { Informed } from './keep-informed';
import { assigned, noted } from '../office';
import { answered } from './par-story';
import type { Scene, Story } from './scene';

const REFERRED_BACK = 0.09;
const STUCK = 0.08;
/** The responses of Level 3 (rule L3-5), by how many of a hundred: before award, and otherwise. */
const PRE_AWARD = {
  award: 58,
  'engineering-support': 12,
  'not-procurable': 8,
  'pr-cancelled': 10,
  delay: 12,
};
const OTHERWISE = { information: 45, 'action-taken': 35, 'not-possible': 8, delay: 12 };
const TEXTS: Readonly<Record<ResponseKind, string>> = {
  award: 'Awarded; the contractor confirmed the date.',
  'engineering-support': 'With engineering: the drawing is revised first.',
  'not-procurable': 'No source is left; the item is replaced by a newer one.',
  'pr-cancelled': 'Canceled at the request of the customer.',
  delay: 'The supplier is late with first articles.',
  information: 'It left the depot; the tracking number is in the shipment record.',
  'action-taken': 'Found in the wrong bay and shipped by air.',
  'not-possible': 'Nothing is left at any site, and none is due in.',
};

/** Level 2 asks Level 3, is at times referred back once, and has its response in the end. */
export function* level3(scene: Scene, informed: Informed): Story {
  const { chances } = scene;
  const direction = directionOf(scene);
  yield escalate(scene, direction, scene.later(chances.about(0.5)));
  yield assigned(scene, 0.35);
  if (chances.happens(REFERRED_BACK)) {
    const at = scene.later(chances.about(0.8));
    yield* informed.until(at);
    const missing = 'The date of need\nHow many are needed in all';
    yield scene.deed(decideReferBack, { missing, text: 'Please complete.' }, scene.holder, at);
    if (scene.case.assignee === undefined) yield assigned(scene, 0.4);
    yield noted(scene, chances.about(0.5));
    yield escalate(scene, direction, scene.later(chances.about(0.3)));
    yield assigned(scene, 0.35);
  }
  if (scene.case.state === 'pending-dla-response') {
    const text = 'Found in the wrong bay; it ships today.';
    yield scene.deed(decideDcAnswer, { text }, scene.holder, scene.later(chances.about(1.2)));
  }
  // A short delay stays with Level 3 until the award.
  while (scene.case.level === 3) yield* response(scene, informed);
  // A response that is not final leaves the PAR open.
  yield* answered(scene, informed);
}

function* response(scene: Scene, informed: Informed): Story {
  const { chances } = scene;
  const at = scene.later(chances.happens(STUCK) ? chances.about(60, 0.8) : chances.about(3.6, 0.7));
  yield* informed.until(at);
  const preAward = askedOfLevel3(scene.case) === 'pre-award';
  const kind: ResponseKind = preAward ? chances.weighted(PRE_AWARD) : chances.weighted(OTHERWISE);
  const typed: Typed = { kind, text: TEXTS[kind], ...dateOf(kind, scene, at) };
  yield scene.deed(decideRespond, typed, scene.holder, at);
}

/** The date that a response needs: of an action taken, that of the day itself. */
function dateOf(kind: ResponseKind, scene: Scene, at: number): Typed {
  if (RESPONSES[kind].date === undefined) return {};
  return { date: scene.dateIn(kind === 'action-taken' ? 0 : scene.chances.about(16, 0.7), at) };
}
