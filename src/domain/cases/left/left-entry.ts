import type { PersonId } from '../../directory/directory';

/** The assignee no longer belongs to the group that holds the case; its gatekeepers are told (rule AC-7). */
export interface AssigneeLeft {
  readonly kind: 'assignee-left';
  readonly person: PersonId;
  readonly group: string;
  readonly gatekeepers: readonly PersonId[];
}
