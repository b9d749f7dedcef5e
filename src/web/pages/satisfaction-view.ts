import type { Typed } from '../../domain/kernel/text/typed-form';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import type { EntryOf } from '../../domain/cases/timeline';
import type { FieldFault } from '../../domain/kernel/refusal';
import { DEGREES } from '../../domain/cases/satisfaction/degree';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { html, type Html } from './html';
import type { PageAnswer } from './page';
import { SATISFACTION_STYLE } from './satisfaction-style';
import { messagePage, pageOf } from './shell';

const QUESTION = 'How satisfied are you?';

/** The first degree is what a link to the field leads to. */
const idOf = (field: string): string => (field === 'degree' ? 'degree-5' : field);

/** The summary of faults for screen readers: where they are, and how to fix them. */
function summaryOf(faults: readonly FieldFault[]): Html | '' {
  if (faults.length === 0) return '';
  const items = faults.map(
    ({ field, message }, index) =>
      html`<li><a href="#${idOf(field)}"${index === 0 ? ' autofocus' : ''}>${message}</a></li>`,
  );
  return html`<div class="faults" role="alert" aria-labelledby="faults-title">
<h2 id="faults-title">Your answer hasn't been sent yet</h2>
<ul>${items}</ul>
</div>`;
}

function faultOf(field: string, faults: readonly FieldFault[]): string | undefined {
  return faults.find((fault) => fault.field === field)?.message;
}

/** The form, with what was given and the faults of it. */
export function formPage(
  number: string,
  given: Typed,
  faults: readonly FieldFault[],
  context: DomainContext,
): PageAnswer {
  const wrong = { degree: faultOf('degree', faults), comment: faultOf('comment', faults) };
  const line = (field: 'degree' | 'comment'): Html | '' => {
    const message = wrong[field];
    return message === undefined
      ? ''
      : html`<p class="fault" id="${field}-fault"><span class="sign">Error:</span> ${message}</p>`;
  };
  const degrees = Object.entries(DEGREES).toReversed();
  const choices = degrees.map(
    ([key, name]) =>
      html`<div class="choice"><input type="radio" name="degree" id="degree-${key}" value="${key}"${
        given['degree'] === key ? ' checked' : ''
      }><label for="degree-${key}">${name}</label></div>\n`,
  );
  const described = (field: 'degree' | 'comment'): string =>
    wrong[field] === undefined ? '' : ` ${field}-fault`;
  const main = html`${summaryOf(faults)}
<h1>${QUESTION}</h1>
<form method="post" novalidate>
<fieldset${wrong.degree === undefined ? '' : html` aria-describedby="degree-fault"`}>
<legend>How satisfied are you with how your case ${number} was handled?</legend>
${line('degree')}
${choices}</fieldset>
<div class="field">
<label for="comment">What would you like to tell us? (optional)</label>
<p class="quiet" id="comment-hint">Up to ${TEXT_LIMITS.text.toLocaleString('en-US')} characters. Please don't enter personal or classified information.</p>
${line('comment')}
<textarea id="comment" name="comment" rows="6" aria-describedby="comment-hint${described('comment')}"${
    wrong.comment === undefined ? '' : html` aria-invalid="true"`
  }>
${given['comment'] ?? ''}</textarea>
</div>
<button type="submit">Send answer</button>
<p class="quiet">You can answer once. We'll keep your answer with the case.</p>
</form>`;
  const title = `${faults.length > 0 ? 'Error: ' : ''}${QUESTION} Case ${number}`;
  const status = faults.length > 0 ? 422 : 200;
  return pageOf({ status, title, main, context, style: SATISFACTION_STYLE });
}

export function thanksPage(number: string, context: DomainContext): PageAnswer {
  const main = html`<h1>Thank you</h1>
<p>Your answer on case ${number} is saved with the case. You can close this page.</p>`;
  return pageOf({ title: `Thank you. Case ${number}`, main, context });
}

/** A second answer is not accepted; the page shows the first one. */
export function standingPage(
  number: string,
  answer: EntryOf<'satisfaction-answered'>,
  context: DomainContext,
): PageAnswer {
  const comment =
    answer.comment === undefined
      ? ''
      : html`\n<p>With the comment:</p>\n<blockquote>${answer.comment}</blockquote>`;
  const main = html`<h1>You already answered</h1>
<p>Thank you. Your answer on case ${number} stands: <strong>${DEGREES[answer.degree]}</strong>.</p>${comment}
<p class="quiet">You can answer once per case. To tell us more, contact us and mention case number ${number}.</p>`;
  const title = `You already answered. Case ${number}`;
  return pageOf({ title, main, context, style: SATISFACTION_STYLE });
}

const SAYINGS = {
  expired: {
    status: 410,
    title: 'This link has expired',
    text: 'The time to answer has passed, but thank you for coming. To tell us something, contact us and mention your case number.',
  },
  revoked: {
    status: 410,
    title: 'This link no longer works',
    text: 'Sorry: to protect your answers, we withdrew the links we had sent. You did nothing wrong. To tell us how satisfied you are, contact us and mention your case number.',
  },
  'not-ours': {
    status: 404,
    title: "This link doesn't work",
    text: "It's incomplete or isn't one of ours. Open it again from the email, or copy all of it, even if it runs over two lines.",
  },
  reopened: {
    status: 409,
    title: "We're working on your case again",
    text: "It was reopened after we asked you. Once it's closed again, you can answer with this same link until it expires.",
  },
} as const;

/** Why there is nothing to answer, and what can be done. */
export function sayingPage(why: keyof typeof SAYINGS, context: DomainContext, number?: string): PageAnswer {
  const about = number === undefined || why === 'not-ours' ? '' : `Case ${number}: `;
  return messagePage({ ...SAYINGS[why], text: `${about}${SAYINGS[why].text}` }, context);
}
