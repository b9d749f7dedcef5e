import { html, safe } from '../../../src/web/pages/html';
import type { Html } from '../../../src/web/pages/html';
import { SHELL_STYLE } from '../../../src/web/pages/shell-style';
import { withLinks } from './mail-text';
import type { Mailbox, Received } from './mailbox';
import { MAILBOX_SCRIPT } from './mailbox-script';
import { MAILBOX_STYLE } from './mailbox-style';

/** What somebody looks at: the mails to one recipient or to all, and the one that is open. */
export interface Looked {
  readonly to?: string;
  readonly open?: Received;
}

/** The style and the script of the page, to the letter: nothing else is let in. */
export const PAGE_PARTS = { styles: [SHELL_STYLE, MAILBOX_STYLE], script: MAILBOX_SCRIPT } as const;

const NOTHING = html`<p><strong>No emails yet.</strong></p>
<p>Send an interim response in a case and it appears here: in the chat of the Level 2 Agent, create a case whose contact has an email address, type <kbd>interim</kbd> and its number, and send it.</p>
<p>When the case is closed, the customer gets the resolution and the link to the survey.</p>`;

/** A mail's address on this page, or that of the list; the recipient that was chosen stays. */
function addressOf(path: string, { to }: Looked): string {
  return to === undefined ? path : `${path}?${new URLSearchParams({ to }).toString()}`;
}

const WHEN = new Intl.DateTimeFormat('en-US', {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});

const timeOf = ({ at }: Received): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${WHEN.format(at)}</time>`;

const subjectOf = ({ subject }: Received): string => (subject === '' ? '(no subject)' : subject);

/** The sender as a list has room for, and in full. */
const nameOf = ({ from: { name, address } }: Received): string => (name === '' ? address : name);
const senderOf = ({ from: { name, address } }: Received): string =>
  name === '' ? address : `${name} <${address}>`;

/** The mails, newest first, or what to do so that there is one. */
function listHtml(mailbox: Mailbox, looked: Looked): Html {
  const mails = mailbox.list(looked.to);
  if (mails.length === 0) return looked.to === undefined ? NOTHING : html`<p>No emails to ${looked.to}.</p>`;
  const items = mails.map((mail) => {
    const current = mail.id === looked.open?.id ? html` aria-current="page"` : '';
    return html`<li><a id="mail-${mail.id}" href="${addressOf(`/mail/${mail.id}`, looked)}"${current}>
<span class="subject">${subjectOf(mail)}</span>
<span>To ${mail.to.join(', ')}</span>
<span>From ${nameOf(mail)}</span>
${timeOf(mail)}
</a></li>
`;
  });
  return html`<ol>\n${items}</ol>`;
}

/** What changes while the page is open; `newest` is another where the list is. */
export function newsOf(mailbox: Mailbox, looked: Looked): object {
  const [first] = mailbox.list(looked.to);
  return {
    newest: newestOf(first),
    said: first === undefined ? '' : `New email: ${subjectOf(first)}`,
    html: listHtml(mailbox, looked).toString(),
    recipients: mailbox.recipients(),
  };
}

const newestOf = (first: Received | undefined): string => String(first?.id ?? 0);

function filterHtml(mailbox: Mailbox, { to }: Looked): Html {
  const options = [...new Set([...mailbox.recipients(), ...(to === undefined ? [] : [to])])].map(
    (each) => html`<option value="${each}"${each === to ? ' selected' : ''}>${each}</option>`,
  );
  return html`<form action="/" method="get">
<label for="to">Emails to</label>
<select id="to" name="to"><option value="">everybody</option>${options}</select>
<button type="submit">Show</button>
</form>`;
}

function mailHtml(mail: Received, looked: Looked): Html {
  // The sandbox lets links open beside, as pages of their own, and nothing run.
  const body =
    mail.html === undefined
      ? html`<div class="body">${withLinks(mail.text)}</div>`
      : html`<iframe title="Text of the email" src="/mail/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return html`<article id="mail" tabindex="-1" aria-labelledby="subject">
<a class="back" href="${addressOf('/', looked)}">All emails</a>
<h2 id="subject">${subjectOf(mail)}</h2>
<dl>
<dt>From</dt><dd>${senderOf(mail)}</dd>
<dt>To</dt><dd>${mail.to.join(', ')}</dd>
<dt>Date</dt><dd>${timeOf(mail)}</dd>
</dl>
<details><summary>All headers</summary><pre>${mail.headers}</pre></details>
${body}
</article>`;
}

/** The whole page: the list, and beside it the mail that is open. */
export function mailboxPage(mailbox: Mailbox, looked: Looked): string {
  const { open } = looked;
  const more = new URLSearchParams({
    ...(looked.to === undefined ? {} : { to: looked.to }),
    ...(open === undefined ? {} : { open: String(open.id) }),
  });
  const [first] = mailbox.list(looked.to);
  const main = html`<main>
<section class="mails" aria-label="Emails">
${filterHtml(mailbox, looked)}
<div id="list" data-newest="${newestOf(first)}" data-from="/list?${more.toString()}">
${listHtml(mailbox, looked)}
</div>
</section>
${open === undefined ? '' : mailHtml(open, looked)}
</main>`;
  const title = `${open === undefined ? '' : `${subjectOf(open)} · `}Customer’s mailbox`;
  const skip = open === undefined ? '' : html`<a class="skip" href="#mail">Skip to the email</a>\n`;
  return shellHtml(
    title,
    html`<body${open === undefined ? '' : html` class="opened"`}>
${skip}<header>
<h1>Customer’s mailbox</h1>
<p class="quiet">Every email that Casekeeper sends in this demo, as the customer gets it. None leaves this machine.</p>
<p id="status" role="status"></p>
</header>
${main}
<script>${safe(PAGE_PARTS.script)}</script>
</body>`,
  );
}

/** A page that says what is not there. */
export const nothingPage = (text: string): string =>
  shellHtml(
    'Customer’s mailbox',
    html`<body>\n<main>\n<h1>Customer’s mailbox</h1>\n<p>${text}</p>\n<p><a href="/">All emails</a></p>\n</main>\n</body>`,
  );

const shellHtml = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${title}</title>
${PAGE_PARTS.styles.map((style) => html`<style>${safe(style)}</style>`)}
</head>
${body}
</html>
`.toString();

/** A mail's own HTML; its links open beside the mailbox. */
export const ownHtml = (markup: string): string =>
  html`<!doctype html>\n<base target="_blank">\n${safe(markup)}`.toString();
