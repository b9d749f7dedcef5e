import { SHELL_STYLE } from './shell-style';
import type { PageAnswer } from './page';

const CHARACTERS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML, also between the quotes of an attribute. */
export const html = (text: string): string => text.replace(/[&<>"']/gu, (found) => CHARACTERS[found] ?? '');

/** What a whole page is made of; `main` is HTML, `title` is text. */
interface ShellParts {
  readonly status?: number;
  readonly title: string;
  readonly main: string;
  readonly isTraining: boolean;
  /** Further style of this page alone. */
  readonly style?: string;
}

/** A whole page: no scripts, nothing from elsewhere, light and dark, from a telephone to a wide screen. */
export function pageOf({ status = 200, title, main, isTraining, style }: ShellParts): PageAnswer {
  const styles = [SHELL_STYLE, ...(style === undefined ? [] : [style])];
  const body = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${html(title)}</title>
${styles.map((each) => `<style>${each}</style>`).join('\n')}
</head>
<body>
${isTraining ? '<p class="training" role="note">Training: nothing here is a real case.</p>\n' : ''}<main>
${main}
</main>
</body>
</html>
`;
  return { status, type: 'text/html', body, styles };
}
