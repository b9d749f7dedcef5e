import type { DomainContext } from '../../domain/kernel/domain-context';
import { html, safe, type Html } from './html';
import type { PageAnswer } from './page';
import { SHELL_STYLE } from './shell-style';

/** What a whole page is made of. */
interface ShellParts {
  readonly status?: number;
  readonly title: string;
  readonly main: Html;
  /** Training is marked on every page (rule AC-4). */
  readonly context: Pick<DomainContext, 'environment'>;
  /** Extra style for this page. */
  readonly style?: string;
}

/** A whole page: no scripts, nothing from elsewhere, light and dark, from a phone to a wide screen. */
export function pageOf({ status = 200, title, main, context, style }: ShellParts): PageAnswer {
  const styles = [SHELL_STYLE, ...(style === undefined ? [] : [style])];
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${styles.map((each) => html`<style>${safe(each)}</style>`)}
</head>
<body>
${context.environment === 'training' ? html`<p class="training" role="note">Training: nothing here is a real case.</p>\n` : ''}<main>
${main}
</main>
</body>
</html>
`;
  return { status, type: 'text/html', body: body.toString(), styles };
}

/** A page with only a message: why a link does not work, and what to do. */
export function messagePage(
  { status, title, text }: { readonly status: number; readonly title: string; readonly text: string },
  context: DomainContext,
): PageAnswer {
  return pageOf({ status, title, main: html`<h1>${title}</h1>\n<p>${text}</p>`, context });
}
