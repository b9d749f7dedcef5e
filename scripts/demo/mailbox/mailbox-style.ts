/** The style of the mailbox; its colours are those of the product's pages. */
export const MAILBOX_STYLE = `
body { overflow-wrap: anywhere; }
header, main { max-width: 80rem; margin: 0 auto; padding: .5rem 1rem 3rem; }
header { padding: 1.5rem 1rem 0; }
h1 { margin: 0 0 .25rem; }
h2 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.25; }
header p { margin: 0; }
a { color: var(--act); }
.skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 1rem; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-bottom: 1rem; }
label { font-weight: 600; }
select { flex: 1 1 10rem; max-width: 24rem; }
select, button { min-width: 0; padding: .5rem .75rem; border: 1px solid var(--edge);
  border-radius: .25rem; background: var(--paper); color: var(--ink); font: inherit; }
button { border-color: var(--act); background: var(--act); color: var(--on-act); font-weight: 600; cursor: pointer; }
#status { min-height: 1.5em; margin: .5rem 0; color: var(--ink); }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--edge); }
li { border-bottom: 1px solid var(--edge); }
li a { display: block; padding: .75rem .5rem .75rem 1rem; border-left: .25rem solid transparent; color: var(--ink);
  text-decoration: none; }
li a:focus-visible { outline-offset: -3px; }
li a:hover { background: var(--picked); }
li a:hover .subject { text-decoration: underline; }
li a[aria-current] { background: var(--picked); border-left-color: var(--act); }
li span, li time { display: block; font-size: .9375rem; color: var(--quiet); }
li .subject { font-size: 1.0625rem; font-weight: 600; color: var(--ink); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
summary { cursor: pointer; color: var(--act); }
pre { overflow-x: auto; margin: .5rem 0 0; padding: .75rem; border: 1px solid var(--edge); border-radius: .25rem;
  font-size: .875rem; white-space: pre-wrap; }
.body { margin-top: 1rem; padding: 1.25rem; border: 1px solid var(--edge); border-radius: .25rem; white-space: pre-wrap; }
iframe { display: block; width: 100%; height: 70vh; margin-top: 1rem; border: 1px solid var(--edge);
  border-radius: .25rem; background: #ffffff; color-scheme: light; }
.back { display: inline-block; margin-bottom: 1rem; }
@media (min-width: 56rem) {
  .opened main { display: grid; grid-template-columns: minmax(18rem, 2fr) minmax(0, 3fr); gap: 2rem; align-items: start; }
  .opened .back { display: none; }
}
@media (max-width: 55.99rem) { .opened .mails { display: none; } }
`;
