import type { Policy } from './policy';

/**
 * Some Distribution Centers, so that the demo has a choice (rule ES-12). The manual lists none: a site gives its own list
 * in its policy file.
 */
export const DISTRIBUTION_CENTERS = [
  { key: 'ddsp', name: 'DDSP Susquehanna' },
  { key: 'ddjc', name: 'DDJC San Joaquin' },
  { key: 'ddrt', name: 'DDRT Red River' },
  { key: 'ddnv', name: 'DDNV Norfolk' },
  { key: 'ddph', name: 'DDPH Pearl Harbor' },
] as const satisfies Policy['distributionCenters'];
