import type { DocumentLine } from './document.ts';

/**
 * Reads plain text, such as a page that somebody copied: what is a heading, an item, a row or code
 * has to be told by its look. Headings that are known from before are found wherever they stand.
 */
export function readPlainText(text: string, knownHeadings: readonly string[]): DocumentLine[] {
  const written = text.split(/\r?\n/).map((it) => it.trim());
  const known = new Map(knownHeadings.flatMap((heading) => headingsIn(heading)));
  const lines: DocumentLine[] = [];
  let columns: readonly string[] = [];
  for (const [index, line] of written.entries()) {
    const at = index + 1;
    if (line === '' || /^[-|:=\s]+$/.test(line)) continue;
    const [before = '', after = ''] = [written[index - 1], written[index + 1]];
    const level = levelOf(line, known) ?? (isHeading(line, before, after) ? 3 : undefined);
    if (level !== undefined) {
      lines.push({ kind: 'heading', text: line.replace(BULLET, ''), level, at });
    } else if (/^\|.*\|?$/.test(line)) {
      const cells = line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((it) => it.trim());
      if (/^\|[-|:\s]+$/.test(after)) columns = cells;
      else lines.push({ kind: 'row', text: line, cells, columns, at });
    } else if (isCode(line)) {
      lines.push({ kind: 'code', text: line, at });
    } else if (BULLET.test(line) && line.length > 2) {
      lines.push({ kind: 'item', text: line.replace(BULLET, ''), at });
    } else {
      addText(lines, line, before, at);
    }
  }
  return lines;
}

const BULLET = /^(?:[•*–}\])]+|-(?=\s)|\d{1,2}[.)](?=\s))\s*/;

/** The parts of `Bases, Create a base` with their depths. */
function headingsIn(heading: string): [string, number][] {
  const parts = heading.split(', ');
  return parts.map((part, index): [string, number] => [withoutSigns(part), index + 1]);
}

function levelOf(line: string, known: ReadonlyMap<string, number>): number | undefined {
  return /["=[{]|: ./.test(line) ? undefined : known.get(withoutSigns(line));
}

function withoutSigns(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function isHeading(line: string, before: string, after: string): boolean {
  if (before !== '' || after !== '' || line.length > 70 || isCode(line)) return false;
  return /^\p{Lu}[^.,;:!?=<>{}[\]]*$/u.test(line) && line.split(' ').length <= 8;
}

function isCode(line: string): boolean {
  return CODE.some((it) => it.test(line));
}

const CODE = [
  /^[{}[\]()"'/;]/,
  /[{[(;\\]$/,
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\S*\/\S*$/,
  /^(?:curl|const|let|var|import|from|return|await|function|exports?|yarn|npm|-[HdX])\b/,
  /^[\w$-]+\s*[:=]\s*(?:["'{[\d]|true|false|null|await|new\b)/,
  /^[\w-]+: [\w-]+=\S+$/,
];

/** A sentence that goes on in the next line is one text; what begins with a sign follows a word of code. */
function addText(lines: DocumentLine[], line: string, before: string, at: number): void {
  const last = lines.at(-1);
  const continues = before !== '' && (last?.kind === 'text' || last?.kind === 'item');
  const isTableHead = before.length < 40 && /^[A-Z][A-Za-z ]*$/.test(before);
  const isRow = /^[a-z_$][\w$.-]*\s+[A-Z]/.test(line) && isTableHead;
  if (!last || !continues || isRow || /[.!?:]$/.test(before)) {
    lines.push({ kind: 'text', text: line, at });
    return;
  }
  const isSign = /^[,.;)]/.test(line);
  const start = isSign ? last.text.replace(/[\w.-]+$/, (word) => `\`${word}\``) : last.text;
  lines[lines.length - 1] = { ...last, text: isSign ? `${start}${line}` : `${start} ${line}` };
}
