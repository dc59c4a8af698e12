import type { Outcome, Reading } from './ask.ts';
import { howOf, type Cell } from './cell.ts';
import { CELLS } from './cells.ts';
import type { ForeignClient } from './client.ts';
import { CLIENTS } from './clients/clients.ts';
import { JUDGES } from './judges/judges.ts';
import type { Matrix } from './matrix.ts';
import { versionOf } from './versions.ts';
import type { WrittenCell } from './write-cell.ts';

const MARKS: Readonly<Record<Outcome, string>> = {
  yes: '✓',
  text: 't',
  refuses: '✗',
  other: '≠',
  none: '',
};

const LEGEND = `\
**✓** reads the value meant · **t** reads the same as text, it knows no types · **≠** takes it for something else ·
**✗** refuses it · empty: it has no way to bind such a thing, by design. The first column is our own reader.

The values: \`string\` is a word, \`text\` has spaces, delimiters, percent signs and characters of four bytes, \`texts\` are
such items, \`single\` is a list of one, \`special\` is an object whose names need encoding. What a style cannot tell from
its own delimiter is left out of them: nobody can read it (OpenAPI 3.1.1, appendix C).
`;

const TITLES: Readonly<Record<Cell['place'], string>> = {
  path: 'Path',
  query: 'Query',
  header: 'Header',
  cookie: 'Cookie',
  urlencoded: 'Body: application/x-www-form-urlencoded',
  multipart: 'Body: multipart/form-data',
};

/** `reports/wire-matrix.md`, of what all judges and clients did. */
export async function renderMatrix(matrix: Matrix): Promise<string> {
  const places = Object.keys(TITLES).flatMap(
    (place) => CELLS.find((it) => it.place === place) ?? [],
  );
  const sections = places.map(({ place }) => section(matrix, place));
  return [
    '# The wire: every place, style, explode and type\n',
    'What other people’s implementations read of what Kiln writes, and what Kiln reads of what their clients write.',
    'Made by `node tests/foreign/run.ts`; a test holds it to what they do.\n',
    LEGEND,
    ...sections,
    await clientSection(matrix),
    await versionSection(),
  ].join('\n');
}

function section({ written, own, judged }: Matrix, place: Cell['place']): string {
  const isBody = place === 'multipart';
  const cells = CELLS.filter((cell) => cell.place === place);
  const judges = JUDGES.filter((judge) =>
    cells.some((cell) => (judged.get(judge)?.get(cell)?.outcome ?? 'none') !== 'none'),
  );
  const rows = cells.map((cell) => [
    howOf(cell),
    cell.kind,
    ...(isBody ? [] : [sample(written.get(cell))]),
    markOf(own.get(cell)),
    ...judges.map((judge) => markOf(judged.get(judge)?.get(cell))),
  ]);
  const head = ['style', 'value', ...(isBody ? [] : ['on the wire']), 'Kiln'];
  return `## ${TITLES[place]}\n\n${table([...head, ...judges.map(({ name }) => name)], rows)}`;
}

function markOf(reading: Reading | undefined): string {
  return reading ? MARKS[reading.outcome] : '';
}

/** Long enough to see the style. */
const SAMPLE = 48;

function sample(written: WrittenCell | undefined): string {
  if (!written) return 'nothing';
  const { path, query, headers = {}, body } = written;
  const [field = ''] = Object.values(headers);
  const text = body ? Buffer.from(body).toString() : (path ?? query ?? field);
  const shown = text.length > SAMPLE ? `${text.slice(0, SAMPLE)}…` : text;
  return `\`${shown.replaceAll('|', '\\|')}\``;
}

async function clientSection({ sent }: Matrix): Promise<string> {
  const places = Object.keys(TITLES);
  const rows = CLIENTS.map((client) => [
    client.name,
    ...places.map((place) => countOf(sent, client, place)),
  ]);
  return [
    '## Requests of others\n',
    'Of the requests that each client wrote in its own way, those that our reader reads as the value meant.\n',
    table(['client', ...places], rows),
  ].join('\n');
}

function countOf(sent: Matrix['sent'], client: ForeignClient, place: string): string {
  const own = sent.filter((it) => it.client === client && it.cell.place === place);
  if (own.length === 0) return '';
  const read = own.filter(({ reading }) => reading.outcome === 'yes').length;
  return `${read} of ${own.length}`;
}

async function versionSection(): Promise<string> {
  const packages = [...JUDGES, ...CLIENTS].flatMap((it) => it.packages);
  const names = [...new Set(packages)].toSorted();
  const rows = await Promise.all(names.map(async (name) => [name, await versionOf(name)]));
  return `## Versions\n\n${table(['package', 'version'], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}
