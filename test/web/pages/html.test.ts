import type { Html } from '../../../src/web/pages/html';
import { html, safe } from '../../../src/web/pages/html';

const made = (markup: Html): string => markup.toString();

describe('markup of a template', () => {
  it('escapes what is put into it, between tags and between quotes', () => {
    const hostile = `"'><b>&`;
    expect(made(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&quot;&#39;&gt;&lt;b&gt;&amp;">&quot;&#39;&gt;&lt;b&gt;&amp;</p>',
    );
  });

  it('takes numbers, lists and further markup, and puts a list one after another', () => {
    const items = ['a<', html`<li>b</li>`, [1, [html`<hr>`]]];
    expect(made(html`<ul>${items}</ul>${0}${''}`)).toBe('<ul>a&lt;<li>b</li>1<hr></ul>0');
  });

  it('puts in as it is only what is said to be safe', () => {
    expect(made(html`<style>${safe('a > b {}')}</style>`)).toBe('<style>a > b {}</style>');
  });
});
