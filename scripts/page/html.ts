/** A piece of markup that is already safe to print. */
export interface Html {
  readonly markup: string;
}

type Printable = Html | string | number | undefined | false | readonly Printable[];

/** Builds markup from a template; every value put in is escaped unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly Printable[]): Html {
  const markup = parts.reduce((text, part, i) => text + markupOf(values[i - 1]) + part);
  return { markup };
}

/** Declares text to be markup: for scripts and styles of our own, never for a document's text. */
export function trusted(markup: string): Html {
  return { markup };
}

function markupOf(value: Printable): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if ('markup' in value) return value.markup;
  return value.map(markupOf).join('');
}

/** Text as HTML shows it, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
