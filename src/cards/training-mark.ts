/** What training says of itself wherever it speaks (rule AC-4). */
const TRAINING = 'TRAINING: no real case, customer or deadline.';

/** Put before a card’s notification. */
export const TRAINING_PREFIX = 'Training: ';

/** Stands above all else on a card, in the colour of a warning and in words. */
export const trainingMark = {
  type: 'Container',
  style: 'warning',
  bleed: true,
  items: [
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: `⚠ ${TRAINING}`, weight: 'Bolder', color: 'Warning' }],
    },
  ],
};
