import type { Tone } from './card-value';

/** The style of a container and the colour of a text for each tone; the words always say the same as the colour. */
export const TONE_STYLES = {
  plain: { style: 'emphasis', color: 'default', mark: '' },
  good: { style: 'good', color: 'good', mark: '✓ ' },
  warning: { style: 'warning', color: 'warning', mark: '⚠ ' },
  attention: { style: 'attention', color: 'attention', mark: '⚠ ' },
} as const satisfies Record<Tone, { style: string; color: string; mark: string }>;

export type Color = (typeof TONE_STYLES)[Tone]['color'];
export type Style = (typeof TONE_STYLES)[Tone]['style'];
