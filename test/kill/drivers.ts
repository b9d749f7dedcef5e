import { action } from '../support/activities';
import { newCaseInputs } from '../support/new-case-inputs';
import type { Entry } from '../../src/domain/cases/timeline';
import { chatOf, nameOf } from './desk';
import type { Services } from './desk';
import { requestBody } from './site';

/** A change whose answer came back and reads as done: an entry that the case must have once, and once only. */
export interface Acknowledged {
  readonly what: string;
  readonly number: string;
  readonly isIt: (entry: Entry) => boolean;
}

/** Sends until it is answered, with the same id or key through every kill, as Bot Service and a good client do. */
export type Deliver = (
  path: string,
  headers: Readonly<Record<string, string>>,
  body: object,
) => Promise<string>;

/** What a desk works with. */
interface Driving {
  readonly deliver: Deliver;
  readonly serviceUrl: string;
  readonly key: string;
  /** Told of each change when its answer is there, not before. */
  readonly done: (change: Acknowledged) => void;
  readonly ended: () => boolean;
  readonly pause: () => Promise<void>;
}

/**
 * One desk at work: a customer's system submits, the gatekeeper assigns, the agent writes to the customer, the agents note, the supervisor reassigns, an
 * agent opens a case too; and so on until told to end.
 */
export async function driveDesk(services: Services, driving: Driving): Promise<void> {
  const { deliver, serviceUrl, key, done, ended, pause } = driving;
  const { agent, second, gatekeeper, supervisor, group, msc, place } = services;

  const press = async (who: string, verb: string, data: object, said: string | RegExp): Promise<string> => {
    const answer = await deliver(
      '/api/messages',
      {},
      action(verb, { ...data, submitted: 'yes' }, 'no-card', {
        serviceUrl,
        person: { id: `29:${who}`, aadObjectId: who, name: nameOf(who) },
        conversation: { conversationType: 'personal', id: chatOf(who) },
      }),
    );
    await pause();
    const found = answer.match(said)?.[0];
    if (found === undefined) throw new Error(`${verb} was answered: ${answer.slice(0, 800)}`);
    return found;
  };
  const note = async (who: string, number: string, text: string): Promise<void> => {
    await press(who, 'case.note', { case: number, text }, 'Your note was added');
    done({ what: text, number, isIt: (entry) => entry.kind === 'noted' && entry.text === text });
  };
  const opened = (number: string, words: string): void => {
    const isIt = (entry: Entry): boolean => entry.kind === 'opened' && entry.details.description === words;
    done({ what: words, number, isIt });
  };

  for (let round = 0; !ended(); round++) {
    const name = `d${place}r${round}`;
    const pr = (kind: number): string => `7${kind}${place}${String(round).padStart(7, '0')}`;
    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': `order-${name}` };
    const words = `submitted ${name} end`;
    const answer = await deliver('/api/cases', headers, requestBody(services, pr(1), words));
    const { number } = JSON.parse(answer) as { number: string };
    opened(number, words);
    await pause();

    await press(gatekeeper, 'case.assign', { case: number, to: agent }, 'Assigned to');
    done({ what: `assign ${name}`, number, isIt: ({ kind }) => kind === 'assigned' });
    const interim = `interim ${name} end`;
    await press(
      agent,
      'case.interim',
      { case: number, text: interim },
      'The interim response is on the case',
    );
    done({ what: interim, number, isIt: ({ kind }) => kind === 'interim-sent' });
    await note(second, number, `remark ${name} first`);
    await note(second, number, `remark ${name} second`);
    const to = { group, person: second, why: 'The second agent takes over.' };
    await press(supervisor, 'case.reassign', { case: number, ...to }, 'Reassigned to');
    done({ what: `reassign ${name}`, number, isIt: ({ kind }) => kind === 'reassigned' });

    const own = `opened ${name} end`;
    const typed = { ipd: '04', msc, pr: pr(2), requisition: '', nsn: '', description: own };
    const said = await press(agent, 'case.new', newCaseInputs(typed), /CS\d{7} was created/);
    const [made = ''] = said.split(' ');
    opened(made, own);
    await note(second, made, `remark ${name} third`);
  }
}
