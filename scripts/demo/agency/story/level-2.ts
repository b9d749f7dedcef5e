import { ending } from './ending';
import { Informed } from './keep-informed';
import { level3 } from './level-3';
import { assigned, interim, noted } from '../office';
import { parAtLevel2 } from './par-story';
import type { Scene, Story } from './scene';

/** How the cases of Level 2 go on: by how many of a hundred. */
const WAYS = { quick: 24, worked: 47, par: 5, 'level-3': 24 };
/** So many are waited for long: on a supplier, or because they are not looked at. */
const STUCK = 0.03;

/** The story of a case from its arrival at Level 2 on. */
export function* level2(scene: Scene): Story {
  const { chances } = scene;
  if (scene.case.assignee === undefined) yield assigned(scene, 0.55);
  const way = chances.weighted(WAYS);
  const informed = new Informed(scene);
  const waits = scene.case.details.externalContact;
  if (waits && way !== 'quick') yield interim(scene);
  if (chances.happens(0.4)) yield noted(scene, chances.about(0.3));
  switch (way) {
    case 'quick':
      break;
    case 'par':
      yield* parAtLevel2(scene, informed);
      break;
    case 'level-3':
      yield* level3(scene, informed);
      break;
    case 'worked':
      yield* informed.until(
        scene.later(chances.happens(STUCK) ? chances.about(60, 0.8) : chances.about(1.6, 0.7)),
      );
      break;
  }
  const rest = way === 'quick' ? chances.about(0.5, 0.7) : chances.about(0.5, 0.8);
  yield* ending(scene, () => scene.later(rest));
}
