import type { Case } from '../../domain/cases/case';
import { caseType } from '../../domain/cases/case-type';
import type { CaseEvent } from '../../domain/cases/timeline';
import type { Typed } from '../../domain/kernel/text/typed-form';
import { answerState, decideAnswer, type AnswerState } from '../../domain/cases/satisfaction/decide-answer';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { SignedLinks } from '../signed-links';
import type { CaseRepository, SavedCase } from '../../ports/cases';
import { always, changeRecord } from '../../records/change-record';
import { pageAddress, type Page, type PageAnswer } from './page';
import { formPage, sayingPage, standingPage, thanksPage } from './satisfaction-view';

/** The name of the page, which is the kind of its links too. */
const SATISFACTION = 'satisfaction';

const DAY_MS = 86_400_000;

/** What the page needs. */
interface SatisfactionParts {
  readonly links: SignedLinks;
  readonly cases: CaseRepository;
  readonly context: () => DomainContext;
  /** Called when an answer was saved. */
  readonly saved: () => void;
}

/** The address for the customer of a case, which works from now on as long as the policy lets them answer (rule CL-7). */
export async function satisfactionAddress(
  base: string,
  links: SignedLinks,
  caseNumber: string,
  { now, policies }: DomainContext,
): Promise<string> {
  const until = now + policies.at(now).satisfactionAnswer.days * DAY_MS;
  const token = await links.sign({ kind: SATISFACTION, id: caseNumber, until });
  return pageAddress(base, SATISFACTION, token);
}

/** The satisfaction page for the customer of a closed case (rule CL-7). */
export function satisfactionPage({ links, cases, context, saved }: SatisfactionParts): Page {
  /** The case of a token, or the page that says why there is none. */
  async function caseOf(token: string): Promise<SavedCase | PageAnswer> {
    const now = context();
    const read = await links.read(token, SATISFACTION, now.now);
    if (!read.ok) return sayingPage(read.why, now);
    return (await cases.get(read.id)) ?? sayingPage('not-ours', now);
  }

  function closedPage(state: Exclude<AnswerState, { kind: 'open' }>, of: Case): PageAnswer {
    if (state.kind === 'answered') return standingPage(of.number, state.answer, context());
    return sayingPage(state.kind === 'reopened' ? 'reopened' : 'not-ours', context(), of.number);
  }

  return {
    name: SATISFACTION,
    isOurs: (token) => links.isOurs(token, SATISFACTION),
    async show(token) {
      const read = await caseOf(token);
      if (!('id' in read)) return read;
      const state = answerState(read.state);
      return state.kind === 'open' ? formPage(read.id, {}, [], context()) : closedPage(state, read.state);
    },
    async take(token, form) {
      const typed: Typed = { degree: form.get('degree') ?? '', comment: form.get('comment') ?? '' };
      const read = await caseOf(token);
      if (!('id' in read)) return read;
      const now = context();
      const { id } = read;
      const act = { by: 'customer', at: now.now, cause: `satisfaction:${id}` };
      let page: PageAnswer | undefined;
      const decide = always((of: Case): readonly CaseEvent[] => {
        const state = answerState(of);
        const decided = state.kind === 'open' ? decideAnswer(of, typed, now) : undefined;
        page = decided?.kind === 'faulty' ? formPage(id, typed, decided.faults, now) : undefined;
        return decided === undefined || decided.kind === 'faulty' ? [] : [decided.event];
      });
      const changed = await changeRecord({ type: caseType, records: cases }, id, act, decide, now);
      if (page !== undefined) return page;
      if (changed.kind === 'changed') {
        saved();
        return thanksPage(id, now);
      }
      const of = changed.kind === 'unchanged' ? changed.saved.state : read.state;
      const state = answerState(of);
      if (state.kind === 'open') throw new Error('An answer of a customer could not be saved');
      return closedPage(state, of);
    },
  };
}
