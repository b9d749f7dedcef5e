const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that is put into a page unescaped. Only `html` and `safe` make it, so that text cannot pass for it. */
class Html {
  constructor(private readonly markup: string) {}
  toString(): string {
    return this.markup;
  }
}
export type { Html };

/** What a template takes: a list is put one after another. */
export type Part = string | number | Html | readonly Part[];

function markupOf(part: Part): string {
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(markupOf).join('');
  return String(part).replace(/[&<>"']/gu, (found) => ESCAPES[found] ?? '');
}

/** Markup of a template: text put into it is escaped, also between the quotes of an attribute. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((made, string, index) => made + markupOf(parts[index - 1] ?? '') + string));

/** Trusts a string as markup: for styles, scripts, and what another part of the product draws and escapes on its own. */
export const safe = (markup: string): Html => new Html(markup);
