import { createHash } from 'node:crypto';
import { isObject, type Json } from '../../../scripts/base/json.ts';
import { readLiteral, type Literal } from './literal.ts';
import type { Placed, PrintedRequest } from './printed-request.ts';
import { codeSamples, curlCommands, libraryCalls } from './samples.ts';

/** Addresses that a document prints are those of its API where they begin so; `[name]` stands for any text. */
export interface Printing {
  readonly text: string;
  readonly servers: readonly string[];
}

/** Every request that a document prints, in its order. */
export function listPrinted({ text, servers }: Printing): readonly PrintedRequest[] {
  const samples = [...curlCommands(text), ...codeSamples(text), ...libraryCalls(text)];
  const lines = outside(samples, linesOf(text));
  const headers = outside([...samples], [...headersOf(text), ...keysOf(text), ...partsOf(text)]);
  const events = eventsOf(text);
  const addresses = outside([...samples, ...lines], addressesOf(text, servers));
  const all = [...samples, ...lines, ...headers, ...addresses, ...events];
  return all.toSorted((one, other) => one.at - other.at).map(({ request }) => briefly(request));
}

/** A text longer than this is a document of its own. */
const LONGEST = 200;

/** Long texts by their length and their hash: `1588 characters, sha256 …`. */
function briefly(request: PrintedRequest): PrintedRequest {
  return request.body === undefined ? request : { ...request, body: brief(request.body) };
}

function brief(value: Json): Json {
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, brief(it)]));
  if (Array.isArray(value)) return (value as readonly Json[]).map(brief);
  if (typeof value !== 'string' || value.length <= LONGEST) return value;
  return `${value.length} characters, sha256 ${createHash('sha256').update(value).digest('hex')}`;
}

function outside(taken: readonly Placed[], found: readonly Placed[]): Placed[] {
  return found.filter(({ at }) => !taken.some((it) => it.at <= at && at < it.end));
}

const METHOD = 'GET|POST|PUT|PATCH|DELETE';
/** Of an address: braces and brackets may hold a blank. */
const LETTERS = String.raw`(?:[^\s"'\`<>{}[\]()*]|\{[^{}\n]*\}|\[[^[\]\n]*\])`;

/** `POST /v1/things`, with or without marks of Markdown, and the body before the word Response. */
function linesOf(text: string): Placed[] {
  const line = new RegExp(
    String.raw`\b(${METHOD})(?:\*\*)? \`?((?:https?://|/)${LETTERS}*)\`?`,
    'g',
  );
  return [...text.matchAll(line)].map((match) => {
    const [all, method = '', address = ''] = match;
    const end = match.index + all.length;
    const body = literalAfter(text, end, /^\s*/y);
    const isSent = body && /^\s*Response\b/.test(text.slice(body.end));
    return placed(match.index, end, { as: 'line', method, address }, isSent ? body : undefined);
  });
}

/** `Authorization: Bearer x` and `Cookie: a=b`, and the media type that has to be said. */
function headersOf(text: string): Placed[] {
  const header = /\b(Authorization|Cookie): ((?:Bearer|Token|Basic) \S+|\w+=\S+)/g;
  const media = /\bcontent-type\b[`'\s]*header[^.:]*?'?(application\/[\w.+-]+)/gi;
  return [
    ...[...text.matchAll(header)].map(({ index, 0: all, 1: name = '', 2: value = '' }) =>
      placed(index, index + all.length, { as: 'header', headers: { [name]: value } }),
    ),
    ...[...text.matchAll(media)].map(({ index, 0: all, 1: value = '' }) =>
      placed(index, index + all.length, { as: 'header', headers: { 'Content-Type': value } }),
    ),
  ];
}

/** How the values of a credential begin. */
function keysOf(text: string): Placed[] {
  return [...text.matchAll(/\bstarts with (\w+_)/gi)].map(({ index, 0: all, 1: address = '' }) =>
    placed(index, index + all.length, { as: 'key', address }),
  );
}

/** A method and the query parameters that are required, without an address. */
function partsOf(text: string): Placed[] {
  return [...text.matchAll(new RegExp(`HTTP method: (${METHOD})`, 'g'))].map((match) => {
    const [all, method = ''] = match;
    const end = match.index + all.length;
    const rest = /^(?:\s*\w+\s*\(required\):[^\n]*)*/.exec(text.slice(end))?.[0] ?? '';
    const query = [...rest.matchAll(/(\w+)\s*\(required\)/g)].map(([, name = '']) => name);
    return placed(match.index, end, { as: 'parts', method, query });
  });
}

/** Bodies that the API itself sends. */
function eventsOf(text: string): Placed[] {
  return [...text.matchAll(/^\s*Example body for .*$/gm)].flatMap(({ index, 0: all }) => {
    const end = index + all.length;
    const body = literalAfter(text, end, /^\s*/y);
    return body ? [placed(index, end, { as: 'event' }, body)] : [];
  });
}

/** URLs at the API's servers, and paths that stand alone; a method may stand before, and a body after them. */
function addressesOf(text: string, servers: readonly string[]): Placed[] {
  const address = new RegExp(String.raw`(?<=^|\s|")(https?://${LETTERS}+|/[a-z]${LETTERS}*)`, 'gm');
  const found = [...text.matchAll(address)].filter(([it]) => isBelow(it, servers));
  return found.map(({ index, 0: printed }, at) => {
    const end = index + printed.length;
    const before = text.slice(found[at - 1]?.index ?? 0, index);
    const [, method] = [...before.matchAll(new RegExp(`^(${METHOD})\\b`, 'gm'))].at(-1) ?? [];
    const body = bodyIn(text, end, found[at + 1]?.index ?? text.length);
    const own: PrintedRequest = { as: 'address', ...(method && { method }), address: printed };
    return placed(index, end, own, body);
  });
}

function isBelow(address: string, servers: readonly string[]): boolean {
  if (address.startsWith('/')) return true;
  return servers.some((server) => address.startsWith(`${server}/`));
}

/** The first value that stands at the beginning of a line, and is no answer. */
function bodyIn(text: string, start: number, end: number): Literal | undefined {
  for (const { index } of text.slice(start, end).matchAll(/(?<=\n)[{]/g)) {
    const before = text.slice(0, start + index).trimEnd();
    const line = before.slice(before.lastIndexOf('\n') + 1);
    if (/^\d{3}\b|Response\b/.test(line)) return undefined;
    const body = readLiteral(text, start + index);
    if (body) return body;
  }
  return undefined;
}

function literalAfter(text: string, start: number, space: RegExp): Literal | undefined {
  const blank = space.exec(text.slice(start))?.[0].length ?? 0;
  return text[start + blank] === '{' ? readLiteral(text, start + blank) : undefined;
}

function placed(at: number, end: number, request: PrintedRequest, body?: Literal): Placed {
  if (!body) return { at, end, request };
  const flaws = body.flaws.length === 0 ? {} : { flaws: body.flaws.toSorted() };
  return { at, end, request: { ...request, body: body.value, ...flaws } };
}
