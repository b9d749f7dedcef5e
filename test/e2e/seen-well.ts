import type { Page } from 'playwright-core';

interface Seen {
  readonly contrast: number;
  readonly nameless: readonly string[];
  readonly wide: boolean;
}

/** Runs in the page: the lowest contrast of a text with what lies behind it, fields without one name, text beyond the edge. */
const LOOK = `(() => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!colour.endsWith(', 0)')) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const texts = [...document.body.querySelectorAll('*')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''),
  );
  const contrasts = texts.map((element) => {
    const pair = [light(getComputedStyle(element).color), light(behind(element))];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  });
  return {
    contrast: Math.min(...contrasts),
    nameless: [...document.querySelectorAll('input, textarea, select')].filter((field) => field.labels.length !== 1).map((field) => field.id),
    wide: document.documentElement.scrollWidth > window.innerWidth,
  };
})()`;

/** Expects of a page that each text can be read, each field has one name, and nothing reaches beyond the edge. */
export async function expectSeenWell(page: Page): Promise<void> {
  const { contrast, ...rest } = await page.evaluate<Seen>(LOOK);
  expect(rest).toEqual({ nameless: [], wide: false });
  expect(contrast).toBeGreaterThanOrEqual(4.5);
}

/** A page's name, the width of the window in pixels, and its colours. */
export const VIEWS = [
  ['wide light', 1200, 'light'],
  ['wide dark', 1200, 'dark'],
  ['narrow light', 320, 'light'],
  ['narrow dark', 320, 'dark'],
] as const;
