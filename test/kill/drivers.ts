import { action } from '../support/activities';
import type { WireActivity } from '../support/activities';
import { newCaseInputs } from '../support/new-case-inputs';
import { chatOf, personId } from '../journeys/town';
import type { PersonKey } from '../journeys/town';

/** What was acknowledged: an answer came back that the person reads as done. */
export interface Acknowledged {
  /** Case number by the unique words of its description. */
  readonly cases: Map<string, string>;
  /** The case of a note by its unique words. */
  readonly notes: Map<string, string>;
  readonly reassigned: Set<string>;
  /** Activities that were delivered again because no answer had come. */
  redelivered: number;
}

/** Posts an activity until it is answered, as Bot Service does: with the same id, through every kill. */
export type Deliver = (activity: WireActivity) => Promise<string>;

/** One desk: opens a case, has others note on it and take it over, and begins again, until told to end. */
export async function driveCases(
  desk: number,
  deliver: Deliver,
  serviceUrl: string,
  done: Acknowledged,
  ended: () => boolean,
): Promise<void> {
  const press = (who: PersonKey, verb: string, data: Readonly<Record<string, string>>): Promise<string> =>
    deliver(
      action(verb, { ...data, submitted: 'yes' }, 'no-card', {
        serviceUrl,
        person: { id: `29:${who}`, aadObjectId: personId(who), name: `Person ${who}` },
        conversation: { conversationType: 'personal', id: chatOf(who) },
      }),
    );
  for (let round = 0; !ended(); round++) {
    const words = `desk ${desk} call ${round} end`;
    const unique = `${desk}${String(round).padStart(6, '0')}`;
    const opened = await press('201', 'case.new', {
      ...newCaseInputs({ ipd: '01', pr: `700${unique}`, requisition: '', nsn: '', description: words }),
    });
    const number = /CS\d{7}/.exec(opened)?.[0];
    if (number === undefined) throw new Error(`No case was opened: ${opened.slice(0, 600)}`);
    done.cases.set(words, number);
    for (let note = 0; note < 3 && !ended(); note++) {
      const text = `remark ${desk}-${round}-${note}.`;
      const noted = await press('202', 'case.note', { case: number, text });
      if (!noted.includes('Your note was added')) throw new Error(`Not noted: ${noted.slice(0, 600)}`);
      done.notes.set(text, number);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    const to = { group: 'L2-AVN', person: personId('202'), why: 'The gatekeeper takes over.' };
    const moved = await press('401', 'case.reassign', { case: number, ...to });
    if (!moved.includes('Reassigned to')) throw new Error(`Not reassigned: ${moved.slice(0, 600)}`);
    done.reassigned.add(number);
  }
}
