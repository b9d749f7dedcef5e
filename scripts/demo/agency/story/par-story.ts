import { decidePar } from '../../../../src/domain/cases/pars/decide-par';
import { decideParDone } from '../../../../src/domain/cases/pars/decide-par-done';
import { newPar } from './escalating';
import type { Informed } from './keep-informed';
import type { Scene, Story } from './scene';

/** A PAR that Level 2 submits and follows up itself. */
export function* parAtLevel2(scene: Scene, informed: Informed): Story {
  yield scene.deed(decidePar, newPar(scene), scene.holder, scene.later(scene.chances.about(0.5)));
  yield* answered(scene, informed);
}

/** The open PAR is answered: adequately, or with a further one that references it (rule CL-4). */
export function* answered(scene: Scene, informed: Informed): Story {
  const { chances } = scene;
  while (scene.case.openPar !== undefined) {
    const at = scene.later(chances.about(4, 0.7));
    yield* informed.until(at);
    const typed = chances.happens(0.15)
      ? { judged: 'inadequate', text: 'No date was given.', ...newPar(scene) }
      : { judged: 'adequate', text: 'Ships within two weeks, by the contractor.' };
    yield scene.deed(decideParDone, typed, scene.holder, at);
  }
}
