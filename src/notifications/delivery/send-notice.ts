import type { CardValue } from '../../cards/shared/card-value';
import { planMessage } from '../../cards/plans/plan-message';
import { answeredProblem, reportedProblem } from '../../cards/problems/problem-message';
import { answerMessage, requestMessage } from '../../cards/memberships/request-message';
import type { Notice } from '../../domain/cases/notices/notice';
import type { PlanNotice } from '../../domain/plans/plan-notice';
import type { ProblemNotice } from '../../domain/problems/problem-notice';
import type { ReportNotice } from '../../domain/reports/report-notice';
import type { RequestNotice } from '../../domain/memberships/request-notice';
import type { Case } from '../../domain/cases/case';
import { SendFault } from '../../ports/sender';
import type { Address, Post } from '../../ports/conversations';
import { isWithin } from '../../ports/time-source';
import { backOffMs } from '../../runtime/back-off';
import { CardDefect, drawing } from './card-defect';
import { cardFor, keptView } from './card-for';
import type { CaseItem } from './card-for';
import type { DeliveryParts } from './delivery-parts';
import type { OutboxRecord } from '../outbox/outbox';
import { NotYet } from '../rate/paced-sender';
import { quarantineCard } from '../quarantine/quarantine-card';
import { setAside } from './set-aside';
import { supersedeEarlier } from './supersede-earlier';

const HOUR_MS = 3_600_000;
/** How long a report waits for figures that are still being counted, and how long between two looks. */
const LONGEST_COUNT_MS = HOUR_MS;
const COUNT_AGAIN_MS = 20_000;

/**
 * Sends a claimed item to its address and takes it out of the outbox. What Teams refuses is tried again later, or given
 * up and kept as dead; only faults of the store throw.
 */
export async function sendNotice(
  parts: DeliveryParts,
  record: OutboxRecord,
  address: Address,
): Promise<void> {
  const { outbox, cases, posts } = parts;
  const item = record.value;
  const { notice } = item;
  try {
    if (!('caseNumber' in notice)) {
      await sendRecordNotice(parts, record, notice, address);
      return;
    }
    if (notice.subject.kind === 'set-aside') {
      const card = quarantineCard(notice.caseNumber, notice.subject);
      await parts.sender.post(address, card, parts.world());
      await outbox.finish(record);
      return;
    }
    const saved = await cases.get(notice.caseNumber);
    if (saved === undefined) {
      await setAside(parts, record, 'no-case');
      return;
    }
    const shows = saved.case.timeline.length;
    // A refresh may have been overtaken by a button that brought the card up to date itself.
    if (item.post === undefined || !(await isUpToDate(parts, item.post, shows))) {
      const post = await sendCard(parts, { ...item, notice }, address, saved.case);
      if (post !== undefined) {
        await posts.put(post);
        await refreshIfMovedOn(parts, notice, post);
      }
    }
    await outbox.finish(record);
  } catch (error) {
    await afterFault(parts, record, address, error);
  }
}

/** Posts the card of a request, report or plan as it is now; such a card is not kept: pressed late, it says who was quicker. */
async function sendRecordNotice(
  parts: DeliveryParts,
  record: OutboxRecord,
  notice: RequestNotice | ProblemNotice | PlanNotice | ReportNotice,
  address: Address,
): Promise<void> {
  const { sender, outbox, reports, wall } = parts;
  // An order that was ended since it was due: nobody waits for its report.
  if ('report' in notice && !(await reports.isWanted(notice))) return outbox.finish(record);
  const card = await recordCard(parts, notice);
  if (card === undefined) return setAside(parts, record, 'no-case');
  const isCounting = card.card === 'report' && card.report.scorecard.asOf !== undefined;
  // What cannot be counted at all is not waited for without end: the card says up to when its figures are.
  if (isCounting && isWithin(LONGEST_COUNT_MS, record.value.since, wall.now()))
    throw new NotYet(wall.now() + COUNT_AGAIN_MS);
  await sender.post(address, card, parts.world());
  await outbox.finish(record);
}

async function recordCard(
  parts: DeliveryParts,
  notice: RequestNotice | ProblemNotice | PlanNotice | ReportNotice,
): Promise<CardValue | undefined> {
  if ('report' in notice) return parts.reports.cardOf(notice);
  if ('plan' in notice) return planCard(parts, notice);
  return 'problem' in notice ? problemCard(parts, notice) : requestCard(parts, notice);
}

async function planCard(
  { plans }: DeliveryParts,
  { plan: id, subject }: PlanNotice,
): Promise<CardValue | undefined> {
  const saved = await plans.get(id);
  return saved && planMessage(saved.plan, subject);
}

async function requestCard(
  { memberships, world }: DeliveryParts,
  { request: id, subject }: RequestNotice,
): Promise<CardValue | undefined> {
  const saved = await memberships.get(id);
  const messageFor = subject === 'asked' ? requestMessage : answerMessage;
  return saved && drawing(() => messageFor(saved.request, world()));
}

async function problemCard(
  { problems, world }: DeliveryParts,
  { problem: id, subject }: ProblemNotice,
): Promise<CardValue | undefined> {
  const saved = await problems.get(id);
  const messageFor = subject === 'reported' ? reportedProblem : answeredProblem;
  return saved && drawing(() => messageFor(saved.report, world()));
}

/** Posts or updates the card; answers the post as it is to be kept, if it is. */
async function sendCard(
  parts: DeliveryParts,
  item: CaseItem,
  address: Address,
  current: Case,
): Promise<Post | undefined> {
  const { world, sender } = parts;
  const card = drawing(() => cardFor(item, current, world()));
  const shows = current.timeline.length;
  if (item.post !== undefined) {
    await sender.update(address, item.post.activityId, card, world());
    return { ...item.post, shows };
  }
  const view = keptView(item, card);
  if (view !== undefined) await supersedeEarlier(parts, current, address, view);
  const activityId = await sender.post(address, card, world());
  return view && { caseNumber: current.number, address, activityId, view, shows };
}

const samePost = (a: Post, b: Post): boolean =>
  a.activityId === b.activityId && a.address.conversationId === b.address.conversationId;

/** Whether the post needs no update: it shows as much already, or is no longer kept. */
async function isUpToDate({ posts }: DeliveryParts, post: Post, shows: number): Promise<boolean> {
  const kept = (await posts.ofCase(post.caseNumber)).find((one) => samePost(one, post));
  return kept === undefined || kept.shows >= shows;
}

/** The case may have changed while its card was on its way; the relay could not know of a post that was not there yet. */
async function refreshIfMovedOn(
  { cases, outbox }: DeliveryParts,
  { id, caseNumber, madeAt }: Notice,
  post: Post,
): Promise<void> {
  const now = await cases.get(post.caseNumber);
  if (now === undefined || now.case.timeline.length <= post.shows) return;
  const entry = now.case.timeline.length - 1;
  const notice = { id: `${id}/moved-on`, caseNumber, madeAt, mentions: [] };
  await outbox.putRefresh({ ...notice, subject: { kind: 'refresh', entry }, to: { kind: 'posts' } }, post);
}

async function afterFault(
  parts: DeliveryParts,
  record: OutboxRecord,
  address: Address,
  fault: unknown,
): Promise<void> {
  const { outbox, posts, limiter, wall, random, log, world } = parts;
  const { post, attempts, since } = record.value;
  const fields = { notice: record.id, attempts, err: fault };
  // No waiting mends a defect of ours, and the next notice of the case must not wait behind it.
  if (fault instanceof CardDefect) return setAside(parts, record, 'no-card', fault);
  if (fault instanceof NotYet) {
    // No try has failed: the attempt that the claim counted is taken back.
    const dueAt = fault.againAt ?? limiter.later(address.conversationId);
    await outbox.move(record, { dueAt, attempts: attempts - 1 });
    return;
  }
  if (fault instanceof SendFault && fault.gone) {
    if (post === undefined) return setAside(parts, record, 'gone', fault);
    log.warn(fields, 'A card that was to be brought up to date is gone');
    await posts.remove(post);
    return outbox.finish(record);
  }
  const now = wall.now();
  if (now - since > world().policies.at(world().now).giveUpAfterHours * HOUR_MS) {
    return setAside(parts, record, 'too-long', fault);
  }
  const retryAfterMs = fault instanceof SendFault ? fault.retryAfterMs : undefined;
  const dueAt = now + backOffMs(attempts, random, retryAfterMs);
  if (retryAfterMs !== undefined) await limiter.hold(address.conversationId, now + retryAfterMs);
  await outbox.move(record, { dueAt, held: 'refused' });
  log.warn(fields, 'A notice could not be sent; it is tried again');
}
