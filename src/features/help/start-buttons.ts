import { button } from '../../commands/forms/fields';

/** What most people want first. */
export const START_BUTTONS = [
  button('New case', 'case.new'),
  button('My cases', 'cases.mine'),
  button('Queue', 'cases.queue'),
  button('Metrics', 'metrics.show'),
] as const;
