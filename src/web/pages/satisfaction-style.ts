/** The style of the question; its colors are the shell's. */
export const SATISFACTION_STYLE = `
fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; min-width: 0; }
legend, .field > label { display: block; padding: 0; margin-bottom: .5rem; font-weight: 600; }
.choice { display: flex; margin-bottom: .5rem; border: 1px solid var(--edge); border-radius: .25rem; }
.choice:has(:checked) { background: var(--picked); border-color: var(--act); }
.choice input { flex: none; width: 1.25rem; height: 1.25rem; margin: .75rem 0 .75rem .75rem; accent-color: var(--act); }
.choice label { flex: 1; padding: .625rem .75rem; cursor: pointer; }
.field { margin-bottom: 1.5rem; }
.field p { margin: 0 0 .5rem; }
textarea { display: block; width: 100%; padding: .5rem; border: 1px solid var(--edge); border-radius: .25rem;
  background: var(--paper); color: var(--ink); font: inherit; resize: vertical; }
button { padding: .75rem 1.5rem; border: 0; border-radius: .25rem; background: var(--act); color: var(--on-act);
  font: inherit; font-weight: 600; cursor: pointer; }
.faults { margin-bottom: 1.5rem; padding: 1rem; border: 2px solid var(--fault); border-radius: .25rem; }
.faults h2 { margin: 0 0 .5rem; font-size: 1.125rem; }
.faults ul { margin: 0; padding-left: 1.25rem; }
.faults a, .fault { color: var(--fault); }
.fault { margin: 0 0 .5rem; font-weight: 600; }
blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--edge); white-space: pre-wrap; }
`;
