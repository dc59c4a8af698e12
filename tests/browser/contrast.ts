import type { Page } from 'playwright-core';

/** Red, green and blue up to 255, and opacity up to 1. */
export type Colour = readonly [number, number, number, number];

/** Contrast ratio of two opaque colours (WCAG 2.2, section 1.4.3). */
export function contrastOf(one: Colour, other: Colour): number {
  const [dim = 0, bright = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** Visible texts of a page whose contrast is below WCAG AA, with the ratio. */
export async function findLowContrast(page: Page): Promise<string[]> {
  const texts = await readTexts(page);
  return texts.flatMap(({ text, color, fontSize, fontWeight, grounds }) => {
    const ground = grounds.reduceRight<Colour>((below, it) => blend(parse(it), below), WHITE);
    const ratio = contrastOf(blend(parse(color), ground), ground);
    const size = Number.parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    return ratio < (isLarge ? 3 : 4.5) ? [`${ratio.toFixed(2)} ${color}: ${text}`] : [];
  });
}

const WHITE: Colour = [255, 255, 255, 1];

function luminanceOf([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function parse(css: string): Colour {
  const [red = 0, green = 0, blue = 0, opacity = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, opacity];
}

function blend(front: Colour, back: Colour): Colour {
  const mix = (above: number, below: number) => above * front[3] + below * (1 - front[3]);
  return [mix(front[0], back[0]), mix(front[1], back[1]), mix(front[2], back[2]), 1];
}

interface VisibleText {
  readonly text: string;
  readonly color: string;
  readonly fontSize: string;
  readonly fontWeight: string;
  /** Backgrounds from the element's own outwards. */
  readonly grounds: readonly string[];
}

/** The part of the DOM that reading takes: the program as a whole is typed without it. */
interface Element {
  readonly childNodes: Iterable<{ readonly nodeType: number; readonly textContent: string | null }>;
  readonly parentElement: Element | null;
  readonly checkVisibility: (options: object) => boolean;
}

interface Window {
  readonly document: { readonly querySelectorAll: (selector: string) => Iterable<Element> };
  readonly getComputedStyle: (element: Element) => Readonly<Record<string, string>>;
}

async function readTexts(page: Page): Promise<VisibleText[]> {
  const window = await page.evaluateHandle<Window>('window');
  return window.evaluate(({ document, getComputedStyle }) => {
    const texts: VisibleText[] = [];
    for (const element of document.querySelectorAll('body :not(script, style, noscript)')) {
      const own = [...element.childNodes].filter((node) => node.nodeType === 3);
      const text = own
        .map((node) => node.textContent)
        .join('')
        .trim();
      const options = { opacityProperty: true, visibilityProperty: true };
      if (text === '' || !element.checkVisibility(options)) continue;
      const { color = '', fontSize = '', fontWeight = '' } = getComputedStyle(element);
      const grounds: string[] = [];
      for (let at: Element | null = element; at; at = at.parentElement) {
        grounds.push(getComputedStyle(at)['backgroundColor'] ?? '');
      }
      texts.push({ text, color, fontSize, fontWeight, grounds });
    }
    return texts;
  });
}
