import type { Tone } from './card-value';

/**
 * The style of a container and the color of a text for each tone; mark and words always say the same as the color.
 * Text is never in Teams' colors "good" and "warning": light green and yellow on white are below 4.5 to 1 (Section 508).
 */
export const TONE_STYLES = {
  plain: { style: 'emphasis', color: 'default', mark: '' },
  good: { style: 'good', color: 'default', mark: '✓ ' },
  warning: { style: 'warning', color: 'default', mark: '⚠ ' },
  attention: { style: 'attention', color: 'attention', mark: '⚠ ' },
} as const satisfies Record<Tone, { style: string; color: string; mark: string }>;

export type Color = (typeof TONE_STYLES)[Tone]['color'];
export type Style = (typeof TONE_STYLES)[Tone]['style'];

/** The color of a text: its words or a sign say too that it asks for attention. */
export const textColor = (isAlert: boolean): Color => (isAlert ? 'attention' : 'default');
