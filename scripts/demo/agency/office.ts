import { decideAssign } from '../../../src/domain/cases/decisions/decide-assign';
import { decideClaim } from '../../../src/domain/cases/decisions/decide-claim';
import { decideInterim } from '../../../src/domain/cases/decisions/decide-interim';
import { decideNote } from '../../../src/domain/cases/decisions/decide-note';
import type { Deed } from './story/life';
import type { Scene } from './story/scene';

const NOTES = ['Called the depot: none on hand.', 'Asked the item manager for a date.', 'Customer called again; told what is known.', 'Looked for a lateral transfer.', 'PR is with the buyer.']; // prettier-ignore
const INTERIMS = ['We have your inquiry and work on it. You hear from us within five business days.', 'Your inquiry is being worked. A status follows by the end of next week.']; // prettier-ignore

/** The gatekeeper of the group that it came to assigns it, or takes it (rule AS-1). */
export function assigned(scene: Scene, days: number): Deed {
  const { chances, case: subject } = scene;
  const gatekeeper = scene.gatekeeperOf(subject.group);
  const at = scene.later(chances.about(days, 0.7));
  return chances.happens(0.1)
    ? scene.deed(decideClaim, {}, gatekeeper, at)
    : scene.deed(decideAssign, { to: scene.agentOf(subject.group) }, gatekeeper, at);
}

/** The customer is told that the case is worked (rule CK-1). */
export const interim = (scene: Scene): Deed =>
  scene.deed(
    decideInterim,
    { text: scene.chances.of(INTERIMS) },
    scene.holder,
    scene.later(scene.chances.about(0.22, 0.7)),
  );

/** The holder adds a note. */
export const noted = (scene: Scene, days: number): Deed =>
  scene.deed(decideNote, { text: scene.chances.of(NOTES) }, scene.holder, scene.later(days));
