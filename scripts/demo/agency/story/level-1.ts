import { ending } from './ending';
import { escalate } from './escalating';
import { level2 } from './level-2';
import type { Scene, Story } from './scene';

/** How much of what the Customer Interaction Center takes it answers itself. */
const ANSWERED = 0.66;
const ANSWERED_IN_THE_BAD_MONTH = 0.35;

/** The story of a case that was opened at Level 1: answered there, or escalated to Level 2. */
export function* level1(scene: Scene): Story {
  const { chances } = scene;
  if (chances.happens(scene.isBad ? ANSWERED_IN_THE_BAD_MONTH : ANSWERED)) {
    const days = chances.about(0.5, 1);
    yield* ending(scene, () => scene.later(days));
    return;
  }
  yield escalate(scene, 'level-1-to-2', scene.later(chances.about(0.15, 0.9)));
  yield* level2(scene);
}
