import type { Level3Response } from '../../domain/cases/level-3/level-3-response';
import { dateText } from '../../domain/kernel/text/iso-date';

/** A Level 3 response in a few words, with its date (rule L3-5). */
export function responseText(response: Level3Response): string {
  switch (response.kind) {
    case 'engineering-support':
      return `with the Engineering Support Activity, estimated completion ${dateText(response.completionDate)}`;
    case 'award':
      return `awarded, contract delivery ${dateText(response.deliveryDate)}`;
    case 'not-procurable':
      return 'not procurable';
    case 'pr-cancelled':
      return 'PR canceled';
    case 'delay':
      return `delay until ${dateText(response.until)}`;
    case 'information':
      return 'the information requested';
    case 'action-taken':
      return `action taken on ${dateText(response.takenOn)}`;
    case 'not-possible':
      return 'not possible';
  }
}
