import { Marked, type Tokens } from 'marked';
import { escapeHtml, trusted, type Html } from '../../page/html.ts';
import { slugOf } from './slug-of.ts';

interface Reading {
  /** How many levels the headings stand below those that are written. */
  readonly deeper?: number;
  /** Where a link leads to that is written so; one that leads nowhere is its words alone. */
  readonly resolve?: (target: string) => string | undefined;
}

/**
 * Markdown of a description as HTML (CommonMark with tables). Markup in it is shown as text, but for the folds that
 * our own notes are made of; links of other schemes than `http`, `https` and `mailto` lose their target.
 */
export function markdownToHtml(text: string, { deeper = 0, resolve }: Reading = {}): Html {
  const ids = new Map<string, number>();
  const marked = new Marked({
    gfm: true,
    renderer: {
      html: ({ text: markup }: Tokens.HTML | Tokens.Tag) => admit(markup),
      heading({ tokens, depth, text: words }: Tokens.Heading) {
        const level = Math.min(6, depth + deeper);
        const id = once(slugOf(words), ids);
        return `<h${level} id="${escapeHtml(id)}">${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens);
        const target = resolve ? resolve(href) : href;
        return target !== undefined && isSafe(target)
          ? `<a href="${escapeHtml(target)}">${words}</a>`
          : words;
      },
      image: ({ text: words }: Tokens.Image) => escapeHtml(words),
      code: ({ text: code, lang = '' }: Tokens.Code) =>
        `<pre tabindex="0"${lang === '' ? '' : ` data-language="${escapeHtml(lang)}"`}>` +
        `<code>${escapeText(code)}\n</code></pre>\n`,
    },
  });
  const markup = marked.parse(text, { async: false });
  return trusted(markup.replaceAll('<table>', SCROLL).replaceAll('</table>', '</table></div>'));
}

/** Text between tags, in which quotes mean nothing: code has many of them. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A table may be wider than a phone; who scrolls by keyboard has to reach it. */
const SCROLL = '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>';

const FOLDS = /(<\/?(?:details|summary)>|<br ?\/?>)/;

function admit(markup: string): string {
  return markup
    .split(FOLDS)
    .map((part, i) => (i % 2 === 1 ? part : escapeHtml(part)))
    .join('');
}

function isSafe(target: string): boolean {
  return !/^[a-z][\w+.-]*:/i.test(target) || /^(?:https?|mailto):/i.test(target);
}

function once(id: string, ids: Map<string, number>): string {
  const count = ids.get(id) ?? 0;
  ids.set(id, count + 1);
  return count === 0 ? id : `${id}-${count + 1}`;
}
