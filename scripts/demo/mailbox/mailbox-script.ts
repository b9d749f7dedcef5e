/**
 * Runs in the page: looks for new emails every two seconds and puts them on the list. What has the focus keeps it, and a
 * screen reader hears of what is new; nothing else of the page moves.
 */
export const MAILBOX_SCRIPT = `
const list = document.getElementById('list');
const status = document.getElementById('status');
const to = document.getElementById('to');
let shown = list.dataset.newest;
async function look() {
  try {
    const answer = await fetch(list.dataset.from);
    const { newest, said, html, recipients } = await answer.json();
    if (status.dataset.lost) { status.textContent = ''; delete status.dataset.lost; }
    if (newest !== shown) {
      const focused = list.contains(document.activeElement) ? document.activeElement.id : '';
      list.innerHTML = html;
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
      shown = newest;
      status.textContent = said;
    }
    const known = new Set([...to.options].map(({ value }) => value));
    for (const each of recipients) if (!known.has(each)) to.add(new Option(each, each));
  } catch {
    status.textContent = 'The demo is stopped: no emails come until it is started again.';
    status.dataset.lost = 'yes';
  }
  setTimeout(look, 2000);
}
setTimeout(look, 2000);
`;
