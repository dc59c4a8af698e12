import type { ClaimPrint, EvidenceLedger } from '../model/evidence.ts';

/**
 * Puts the facts of a source beside the claims of a ledger's text. What is written for a source already
 * stays, unless it is to be chosen anew; every other line stays as it is.
 */
export function writePrints(
  text: string,
  { claims }: EvidenceLedger,
  chosen: ReadonlyMap<string, readonly ClaimPrint[]>,
  isAnew = false,
): string {
  const lines = text.split('\n');
  const bottomUp = [...claims.values()].toSorted((left, right) => right.line - left.line);
  for (const { id, line, sources, prints } of bottomUp) {
    const [start, added] = [line - 1, chosen.get(id) ?? []];
    const own = added.filter((it) => isAnew || !prints.some(({ source }) => source === it.source));
    if (own.length === 0) continue;
    const kept = prints.filter((it) => !own.some(({ source }) => source === it.source));
    const all = [...kept, ...own].toSorted(
      (one, other) => sources.indexOf(one.source) - sources.indexOf(other.source),
    );
    const indent = (/^\s*-\s+/.exec(lines[start] ?? '')?.[0] ?? '  - ').length;
    const body = lines.slice(start, endOfBlock(lines, start, indent));
    const rest = withoutPrints(body, indent);
    const written = renderPrints(all, sources[0] ?? all[0]?.source ?? '', ' '.repeat(indent));
    lines.splice(start, body.length, ...rest, ...written);
  }
  return lines.join('\n');
}

/** The first line behind what is indented under a line. */
function endOfBlock(lines: readonly string[], start: number, indent: number): number {
  let end = start + 1;
  while (end < lines.length && lines[end]?.startsWith(' '.repeat(indent)) === true) end += 1;
  return end;
}

function withoutPrints(body: readonly string[], indent: number): string[] {
  const start = body.findIndex((line) => line.slice(indent).startsWith('prints:'));
  if (start < 0) return [...body];
  return [...body.slice(0, start), ...body.slice(endOfBlock(body, start, indent + 1))];
}

function renderPrints(prints: readonly ClaimPrint[], first: string, pad: string): string[] {
  const bySource = Map.groupBy(prints, ({ source }) => source);
  if (bySource.size === 1 && bySource.has(first)) return renderPlaces('prints', prints, pad);
  return [
    `${pad}prints:`,
    ...[...bySource].flatMap(([source, own]) => renderPlaces(source, own, `${pad}  `)),
  ];
}

function renderPlaces(key: string, prints: readonly ClaimPrint[], pad: string): string[] {
  const bySection = Map.groupBy(prints, ({ section }) => section ?? '');
  if (bySection.size === 1 && bySection.has('')) return renderList(key, prints, pad);
  return [
    `${pad}${toScalar(key)}:`,
    ...[...bySection].flatMap(([section, own]) => renderList(section, own, `${pad}  `)),
  ];
}

const WIDTH = 100;

function renderList(key: string, prints: readonly ClaimPrint[], pad: string): string[] {
  const items = prints.map(({ label, text, occurrence }) => {
    const printed = toScalar(occurrence === undefined ? text : `${text} #${occurrence}`);
    return label === undefined ? printed : `${toScalar(label)}: ${printed}`;
  });
  const line = `${pad}${toScalar(key)}: [${items.join(', ')}]`;
  if (line.length <= WIDTH) return [line];
  return [`${pad}${toScalar(key)}:`, ...items.map((it) => `${pad}  - ${it}`)];
}

/** A text as YAML 1.2 writes it within a list or as a key. */
function toScalar(text: string): string {
  const isPlain = /^[\w/$][^,:#[\]{}'"]*$/.test(text) && !/^\d.*[._].*$|\s$|\s{2}/.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
