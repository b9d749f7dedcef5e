/** The style of every page. Each pair of colors has a contrast of 4.5 or more, the edges of fields 3 or more. */
export const SHELL_STYLE = `
:root { --paper: #ffffff; --ink: #1b1b1b; --quiet: #565c65; --edge: #71767a; --act: #005ea2; --on-act: #ffffff;
  --focus: #2491ff; --fault: #b50909; --picked: #eff6fb; }
@media (prefers-color-scheme: dark) { :root { --paper: #1b1b1b; --ink: #f0f0f0; --quiet: #a9aeb1; --edge: #8d9297;
  --act: #73b3e7; --on-act: #10202c; --focus: #a1d3ff; --fault: #fb9a9a; --picked: #162e40; } }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; }
body { margin: 0; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
.quiet { color: var(--quiet); }
.training { margin: 0; padding: .5rem 1rem; background: var(--ink); color: var(--paper); text-align: center; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
`;
