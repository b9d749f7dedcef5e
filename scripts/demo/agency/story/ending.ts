import { decideApprove } from '../../../../src/domain/cases/decisions/decide-approve';
import { longLeadOf } from '../../../../src/domain/cases/decisions/closing-approval';
import { decideClose } from '../../../../src/domain/cases/decisions/decide-close';
import { decideDecline } from '../../../../src/domain/cases/decisions/decide-decline';
import { decideReopen } from '../../../../src/domain/cases/decisions/decide-reopen';
import { decideResolve } from '../../../../src/domain/cases/decisions/decide-resolve';
import type { RESOLUTIONS } from '../../../../src/domain/cases/decisions/decide-resolve';
import { noted } from '../office';
import type { Deed } from './life';
import { answer } from './satisfaction';
import type { Scene, Story } from './scene';

const REOPENED = 0.025;
const TOLD: Readonly<Record<keyof typeof RESOLUTIONS, string>> = {
  'delivery-date': 'It ships by the date given; tracking follows.',
  'expedite-answer': 'It was expedited; the new date stands in your order.',
  'proof-of-delivery': 'The signed proof of delivery was sent.',
  catalog: 'The item to order instead was named.',
  'not-procurable': 'It can no longer be bought; ask for lateral support.',
  other: 'Done as asked; nothing more is open.',
};
const RESOLVED_BY = { 'delivery-date': 45, 'expedite-answer': 20, 'proof-of-delivery': 9, catalog: 6, 'not-procurable': 4, other: 16 }; // prettier-ignore

/** The case is resolved at `when`, closed, at times answered by the customer, and now and then opened again. */
export function* ending(scene: Scene, when: () => number): Story {
  const { chances } = scene;
  const kind = chances.weighted(RESOLVED_BY);
  yield* closing(scene, kind, when());
  const said = answer(scene);
  const again = chances.happens(REOPENED) ? scene.later(chances.about(3)) : Infinity;
  if (said !== undefined && said.at < again) yield said;
  if (again === Infinity) return;
  const why = 'The customer wrote: it has not come.';
  yield scene.deed(decideReopen, { why }, scene.holder, again);
  yield noted(scene, chances.about(0.4));
  yield* closing(scene, kind, scene.later(chances.about(1)));
}

function* closing(scene: Scene, kind: keyof typeof RESOLUTIONS, at: number): Story {
  const { chances } = scene;
  const notes = TOLD[kind];
  const days =
    kind === 'delivery-date' ? chances.about(12, 0.7) : kind === 'expedite-answer' ? 14 : undefined;
  const date = days === undefined ? {} : { date: scene.dateIn(days, at) };
  yield scene.deed(decideResolve, { kind, notes, ...date }, scene.holder, at);
  yield close(scene, notes, scene.later(chances.about(0.06)));
  while (scene.case.closingAsked !== undefined) {
    const supervisor = scene.supervisorOf(scene.case.group);
    const decidedAt = scene.later(chances.about(0.3));
    if (chances.happens(0.85)) {
      yield scene.deed(decideApprove, {}, supervisor, decidedAt);
      return;
    }
    const why = 'Offer the customer an alternative first.';
    yield scene.deed(decideDecline, { why }, supervisor, decidedAt);
    yield close(scene, notes, scene.later(chances.about(0.3)));
  }
}

/** A long lead time needs a reason for the customer (rule CL-5). */
function close(scene: Scene, text: string, at: number): Deed {
  const { life, case: subject } = scene;
  const long = longLeadOf(subject, life.worldAt(at)) !== undefined;
  const reason = 'The only supplier makes it to order.';
  const alternative = 'Local purchase is open to you meanwhile.';
  return scene.deed(decideClose, { text, ...(long ? { reason, alternative } : {}) }, scene.holder, at);
}
