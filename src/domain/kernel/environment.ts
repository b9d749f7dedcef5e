/** What an installation is for. Groups, members and cases of the one never stand in the other (rule AC-4). */
export const ENVIRONMENTS = ['production', 'training'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];
