import { changeOf } from '../../domain/cases/change';
import type { Typed } from '../../domain/kernel/text/typed-form';
import { answerState, decideAnswer } from '../../domain/cases/satisfaction/decide-answer';
import type { AnswerState } from '../../domain/cases/satisfaction/decide-answer';
import type { World } from '../../domain/kernel/world';
import type { SignedLinks } from '../signed-links';
import type { CaseRepository, SavedCase } from '../../ports/cases';
import { pageAddress } from './page';
import type { Page, PageAnswer } from './page';
import { formPage, sayingPage, standingPage, thanksPage } from './satisfaction-view';

/** The name of the page, which is the kind of its links too. */
const SATISFACTION = 'satisfaction';

const DAY_MS = 86_400_000;
// One answers once, and a case that is closed is rarely changed meanwhile.
const TRIES = 8;

/** What the page works with. */
interface SatisfactionParts {
  readonly links: SignedLinks;
  readonly cases: CaseRepository;
  readonly world: () => World;
  /** Told when an answer was saved. */
  readonly saved: () => void;
}

/** The address for the customer of a case, which works from now on as long as the policy lets them answer (rule CL-7). */
export async function satisfactionAddress(
  base: string,
  links: SignedLinks,
  caseNumber: string,
  { now, policies }: World,
): Promise<string> {
  const until = now + policies.at(now).satisfactionAnswer.days * DAY_MS;
  const token = await links.sign({ kind: SATISFACTION, id: caseNumber, until });
  return pageAddress(base, SATISFACTION, token);
}

/** The page of one question that the customer of a closed case is sent to (rule CL-7). */
export function satisfactionPage({ links, cases, world, saved }: SatisfactionParts): Page {
  /** The case of a token, or the page that says why there is none. */
  async function caseOf(token: string): Promise<SavedCase | PageAnswer> {
    const now = world();
    const read = await links.read(token, SATISFACTION, now.now);
    if (!read.ok) return sayingPage(read.why, now);
    return (await cases.get(read.id)) ?? sayingPage('not-ours', now);
  }

  function closedPage(state: Exclude<AnswerState, { kind: 'open' }>, { case: of }: SavedCase): PageAnswer {
    if (state.kind === 'answered') return standingPage(of.number, state.answer, world());
    return sayingPage(state.kind === 'reopened' ? 'reopened' : 'not-ours', world(), of.number);
  }

  return {
    name: SATISFACTION,
    isOurs: (token) => links.isOurs(token, SATISFACTION),
    async show(token) {
      const read = await caseOf(token);
      if (!('case' in read)) return read;
      const state = answerState(read.case);
      return state.kind === 'open' ? formPage(read.case.number, {}, [], world()) : closedPage(state, read);
    },
    async take(token, form) {
      const typed: Typed = { degree: form.get('degree') ?? '', comment: form.get('comment') ?? '' };
      for (let tried = 0; tried < TRIES; tried++) {
        const read = await caseOf(token);
        if (!('case' in read)) return read;
        const state = answerState(read.case);
        if (state.kind !== 'open') return closedPage(state, read);
        const now = world();
        const { number } = read.case;
        const decided = decideAnswer(read.case, typed, now);
        if (decided.kind === 'faulty') return formPage(number, typed, decided.faults, now);
        const act = { by: 'customer', at: now.now, cause: `satisfaction:${number}` };
        const change = changeOf(read.case, [decided.happening], act, now);
        if ((await cases.save(read.version, change)).kind !== 'saved') continue;
        saved();
        return thanksPage(number, now);
      }
      throw new Error('An answer of a customer could not be saved');
    },
  };
}
