import { isDeepStrictEqual } from 'node:util';
import { TRAINING, TRAINING_PREFIX } from '../../domain/kernel/training';
import type { DomainContext } from '../../domain/kernel/domain-context';
import * as alert from './alert.card';
import * as approval from '../cases/approval.card';
import type { CardValue } from './card-value';
import { clip } from './escape-text';
import { caseSubject } from '../cases/case-subject';
import * as caseCard from '../cases/case.card';
import * as clocksCard from '../cases/clocks.card';
import * as digest from './digest.card';
import * as form from './form.card';
import * as help from './help.card';
import * as history from './history.card';
import * as list from './list.card';
import * as measure from '../metrics/measure.card';
import * as message from './message.card';
import * as metrics from '../metrics/metrics.card';
import * as plan from '../plans/plan.card';
import type { Mention, Presented, ValueOf } from './presented';
import type { Subject } from './subject';
import * as referredBack from '../cases/referred-back.card';
import * as report from '../reports/report.card';
import * as supervisorsAsked from '../cases/supervisors-asked.card';
import { expandTemplate } from './template';
import * as caseNotification from '../cases/case-notification.card';
import * as whatIf from '../metrics/what-if.card';

/** A card ready to send. `content` is Adaptive Card JSON, `summary` one plain line for the notification. */
interface RenderedCard {
  readonly content: Readonly<Record<string, unknown>>;
  readonly summary: string;
  readonly mentions: readonly Mention[];
}

/** A card over 28 KB is not shown by every client; this leaves room for the message around it. */
const LARGEST = 27_000;

/** The record of an alert or a history as the shared cards show it. */
function subjectOf({ case: of, subject }: ValueOf<'alert' | 'history'>, context: DomainContext): Subject {
  if (of !== undefined) return caseSubject(of, context);
  if (subject === undefined) throw new Error('A card belongs to no record');
  return subject;
}

/** What the presenter of a value's card makes of it. `room` is the share of the usual room that long texts are given. */
export function presentCard(value: CardValue, context: DomainContext, room = 1): Presented {
  switch (value.card) {
    case 'form':
      return form.present(value);
    case 'case':
      return caseCard.present(value, context, room);
    case 'alert':
      return alert.present({ ...value, subject: subjectOf(value, context) }, context);
    case 'referred-back':
      return referredBack.present(value, context);
    case 'supervisors-asked':
      return supervisorsAsked.present(value, context);
    case 'clocks':
      return clocksCard.present(value, context);
    case 'history':
      return history.present({ ...value, subject: subjectOf(value, context) }, context);
    case 'own':
      return value.present(context, room);
    case 'approval':
      return approval.present(value, context);
    case 'digest':
      return digest.present(value, context, room);
    case 'case-notification':
      return caseNotification.present(value, context);
    case 'list':
      return list.present(value);
    case 'help':
      return help.present(value);
    case 'message':
      return message.present(value);
    case 'metrics':
      return metrics.present(value, context, room);
    case 'plan':
      return plan.present(value, context, room);
    case 'report':
      return report.present(value, context);
    case 'what-if':
      return whatIf.present(value, context, room);
    case 'measure':
      return measure.present(value, context, room);
  }
}

/** Mention entities make `<at>Name</at>` in the card's text a true mention; each is told. */
const mentionEntities = (mentions: readonly Mention[]): object =>
  mentions.length === 0
    ? {}
    : {
        entities: mentions.map(({ id, name }) => ({
          type: 'mention',
          text: `<at>${name}</at>`,
          mentioned: { id, name },
        })),
      };

/** What long texts may take of their usual room, where the card is too large with more. */
const ROOMS = [1, 0.5, 0.2, 0.1, 0.05];

/** The card with its long texts as whole as its size allows; one that cannot be made smaller is sent as it is. */
function fit(value: CardValue, context: DomainContext): RenderedCard {
  let fitted: { readonly content: RenderedCard['content']; readonly presented: Presented } | undefined;
  for (const room of ROOMS) {
    const presented = presentCard(value, context, room);
    // Filling the template costs ten times the view: a view that less room makes no smaller is not drawn again.
    if (fitted !== undefined && isDeepStrictEqual(presented.view, fitted.presented.view)) continue;
    const template = value.card === 'own' ? value.template : value.card;
    const { content, bytes } = expandTemplate(template, presented.view);
    fitted = { content, presented };
    if (bytes <= LARGEST) break;
  }
  if (fitted === undefined) throw new Error('A card was given no space');
  const { content, presented } = fitted;
  return { content, summary: presented.summary, mentions: presented.mentions ?? [] };
}

const bodyOf = ({ body }: Readonly<Record<string, unknown>>): readonly unknown[] =>
  Array.isArray(body) ? (body as unknown[]) : [];

/** Without what Teams alone knows beyond version 1.5: choices that the bot is asked for as one types. */
const withoutQueries = (content: RenderedCard['content']): RenderedCard['content'] =>
  Object.fromEntries(
    Object.entries(content)
      .filter(([key]) => key !== 'choices.data')
      .map(([key, part]) => [key, withoutQueriesWithin(part)]),
  );

function withoutQueriesWithin(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withoutQueriesWithin);
  return typeof part === 'object' && part !== null ? withoutQueries({ ...part }) : part;
}

/** The training banner above all else on a card, in the color of a warning and in words. */
const trainingMark = {
  type: 'Container',
  style: 'warning',
  bleed: true,
  items: [
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: `⚠ ${TRAINING}`, weight: 'Bolder' }],
    },
  ],
};

/**
 * Draws a card value in the context as it is now. In Teams it takes the width of the window and asks as one types; the
 * Playground does neither, and complains below each card that wants it. In training every card says so, before all else
 * (rule AC-4).
 */
export function renderCard(value: CardValue, context: DomainContext, inTeams = true): RenderedCard {
  const { mentions, ...drawn } = fit(value, context);
  const fitting = inTeams ? drawn : { ...drawn, content: withoutQueries(drawn.content) };
  const isTraining = context.environment === 'training';
  const content = isTraining
    ? { ...fitting.content, body: [trainingMark, ...bodyOf(fitting.content)] }
    : fitting.content;
  const summary = clip(`${isTraining ? TRAINING_PREFIX : ''}${fitting.summary}`, 300);
  const msteams = { ...(inTeams ? { width: 'Full' } : {}), ...mentionEntities(mentions) };
  return { content: { ...content, msteams, fallbackText: summary }, summary, mentions };
}
