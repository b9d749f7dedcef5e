/** The style of a report, on screen and on paper; its colors are the shell's. */
export const REPORT_STYLE = `
main { max-width: 72rem; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 2.5rem 0 .75rem; }
.as-of { margin: 0 0 .25rem; }
nav { margin: 1.5rem 0; padding: .75rem 1rem; border: 1px solid var(--edge); border-radius: .25rem; }
nav h2 { font-size: 1rem; margin: 0 0 .25rem; }
nav ul { margin: 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
nav a, .skip { color: var(--act); display: inline-block; padding: .25rem 0; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--paper); }
.story { padding-left: 1.25rem; }
.story li { margin-bottom: .375rem; }
.changed { padding: .75rem 1rem; border: 2px solid var(--ink); border-radius: .25rem; }
.changed h2 { margin: 0 0 .5rem; }
.changed ul { margin: 0; padding-left: 1.25rem; }
.scroll { position: relative; overflow-x: auto; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; }
th, td { padding: .375rem .625rem; border-bottom: 1px solid var(--edge); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 600; min-width: 9rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .number { white-space: normal; min-width: 5.5rem; }
td { overflow-wrap: normal; hyphens: none; }
.date { white-space: nowrap; }
.small { display: block; font-size: .8125rem; font-weight: 400; color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
figure { margin: 0 0 1.5rem; }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
figcaption { font-size: .875rem; color: var(--quiet); }
figure svg { max-width: 100%; height: auto; }
dl { margin: 0; }
dt { font-weight: 600; margin-top: .75rem; }
dd { margin: 0; }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 2rem; }
.tables > * { min-width: 0; }
@media (max-width: 30rem) {
  th, td { padding: .375rem .25rem; }
  table { font-size: .875rem; }
}
@media print {
  :root { --paper: #ffffff; --ink: #000000; --quiet: #333333; --edge: #777777; --act: #000000; --fault: #000000; }
  html { font-size: 10pt; }
  @page { margin: 15mm; }
  main { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure, .tables > *, .story li, dt, dd, .changed { break-inside: avoid; }
  h2, h3, caption, dt { break-after: avoid; }
  table { font-size: 8pt; line-height: 1.3; }
  th, td { padding: 1mm 1.5mm; }
  tbody th { min-width: 26mm; }
  thead .number { min-width: 0; }
  .training { color: #000000; background: #ffffff; border: 1pt solid #000000; }
}
`;
