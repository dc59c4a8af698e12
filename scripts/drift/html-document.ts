import { marked } from 'marked';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { DocumentLine } from './document.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Reads an HTML page as a browser would parse it (WHATWG HTML, section 13.2); navigation and scripts are left out. */
export function readHtml(page: string): DocumentLine[] {
  const lines: DocumentLine[] = [];
  let pending = '';
  let kind: DocumentLine['kind'] = 'text';
  let level = 1;
  const flush = (): void => {
    const text = pending.replaceAll(/\s+/g, ' ').trim();
    pending = '';
    if (text === '') return;
    lines.push({ kind, text, ...(kind === 'heading' && { level }), at: 0 });
    // Whatever follows within the same item is text of its own.
    kind = 'text';
  };
  const visit = (node: Node): void => {
    const name = node.nodeName;
    if (name === '#text') pending += valueOf(node);
    if (!('childNodes' in node) || UNREAD.has(name)) return;
    if (name === 'code' || name === 'tt') {
      pending += `\`${textIn(node).trim()}\``;
    } else if (INLINE.has(name)) {
      node.childNodes.forEach(visit);
    } else if (name === 'pre' || name === 'table') {
      flush();
      lines.push(...(name === 'pre' ? codeOf(node) : rowsOf(node)));
    } else {
      flush();
      const heading = /^h([1-6])$/.exec(name)?.[1];
      level = Number(heading ?? 1);
      // A paragraph that an item begins with is the item.
      if (name !== 'p' || kind !== 'item') kind = kindOf(name);
      node.childNodes.forEach(visit);
      flush();
    }
  };
  parse(page).childNodes.forEach(visit);
  flush();
  return lines;
}

function kindOf(name: string): DocumentLine['kind'] {
  if (/^h[1-6]$/.test(name)) return 'heading';
  return name === 'li' || name === 'dt' ? 'item' : 'text';
}

/** Reads Markdown (CommonMark with tables) by way of HTML; front matter and `{% %}` tags of site makers are left out. */
export function readMarkdown(text: string): DocumentLine[] {
  const plain = text
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .replaceAll(/^[ \t]*\{%.*?%\}[ \t]*$/gm, '');
  return readHtml(marked.parse(plain, { async: false, gfm: true }));
}

const UNREAD = new Set(['script', 'style', 'template', 'svg', 'noscript', 'head', 'nav', 'button']);
const INLINE = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

function codeOf(node: Node): DocumentLine[] {
  const lines = textIn(node)
    .split('\n')
    .map((it) => it.trim());
  return lines.filter((it) => it !== '').map((text) => ({ kind: 'code', text, at: 0 }));
}

function valueOf(node: Node): string {
  return 'value' in node ? node.value : '';
}

function textIn(node: Node): string {
  if (node.nodeName === '#text') return valueOf(node);
  if (node.nodeName === 'br') return '\n';
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

function rowsOf(table: DefaultTreeAdapterTypes.Element): DocumentLine[] {
  const rows = elementsIn(table, 'tr');
  let columns: readonly string[] = [];
  return rows.flatMap((row, index): DocumentLine[] => {
    const cells = row.childNodes.filter(({ nodeName }) => nodeName === 'td' || nodeName === 'th');
    const texts = cells.map((cell) => cellText(cell).replaceAll(/\s+/g, ' ').trim());
    const isHead = cells.length > 0 && cells.every(({ nodeName }) => nodeName === 'th');
    if (isHead && index === 0) {
      columns = texts;
      return [];
    }
    return [{ kind: 'row', text: texts.join(' | '), cells: texts, columns, at: 0 }];
  });
}

function cellText(node: Node): string {
  if (node.nodeName === '#text') return valueOf(node);
  if (node.nodeName === 'code') return `\`${textIn(node).trim()}\``;
  return 'childNodes' in node
    ? node.childNodes.map(cellText).join(node.nodeName === 'td' ? '' : ' ')
    : ' ';
}

function elementsIn(node: Node, name: string): DefaultTreeAdapterTypes.Element[] {
  if (!('childNodes' in node)) return [];
  if (node.nodeName === name) return [node];
  return node.childNodes.flatMap((child) => elementsIn(child, name));
}
