import type { Html } from '../../../src/web/pages/html';
import { html, safe } from '../../../src/web/pages/html';

const made = (markup: Html): string => markup.toString();

describe('Markup from a template', () => {
  it('escapes inserted values, between tags and between quotes', () => {
    const hostile = `"'><b>&`;
    expect(made(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&quot;&#39;&gt;&lt;b&gt;&amp;">&quot;&#39;&gt;&lt;b&gt;&amp;</p>',
    );
  });

  it('accepts numbers, lists, and further markup, and inserts lists item by item', () => {
    const items = ['a<', html`<li>b</li>`, [1, [html`<hr>`]]];
    expect(made(html`<ul>${items}</ul>${0}${''}`)).toBe('<ul>a&lt;<li>b</li>1<hr></ul>0');
  });

  it('inserts unchanged only what is marked as safe', () => {
    expect(made(html`<style>${safe('a > b {}')}</style>`)).toBe('<style>a > b {}</style>');
  });
});
