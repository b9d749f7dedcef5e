/** The five degrees, the best first; they are what the customer picks from (rule CL-7). */
export const DEGREES = {
  '5': 'Extremely satisfied',
  '4': 'Satisfied',
  '3': 'Neither satisfied nor dissatisfied',
  '2': 'Dissatisfied',
  '1': 'Extremely dissatisfied',
} as const;
export type Degree = keyof typeof DEGREES;

/** Satisfied or extremely satisfied: what the goal counts (rule ME-3). */
export const isSatisfied = (degree: Degree): boolean => degree === '4' || degree === '5';
/** Dissatisfied or extremely dissatisfied: what a supervisor has to know. */
export const isDissatisfied = (degree: Degree): boolean => degree === '1' || degree === '2';
