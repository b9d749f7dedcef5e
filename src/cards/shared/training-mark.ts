import { TRAINING } from '../../domain/kernel/training';

/** Stands above all else on a card, in the colour of a warning and in words. */
export const trainingMark = {
  type: 'Container',
  style: 'warning',
  bleed: true,
  items: [
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: `⚠ ${TRAINING}`, weight: 'Bolder' }],
    },
  ],
};
