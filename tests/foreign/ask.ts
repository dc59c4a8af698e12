import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { isEqual, isObject, objectOf, textOf } from '../../scripts/base/json.ts';
import { parseJson } from '../../scripts/base/json-text.ts';
import { documentOf, type Cell } from './cell.ts';
import type { Judge } from './judge.ts';
import type { WrittenCell } from './write-cell.ts';

/**
 * What a judge makes of a cell: the value meant; the same as texts; refused; something else; or it has
 * no reading of such a cell.
 */
export type Outcome = 'yes' | 'text' | 'refuses' | 'other' | 'none';

export interface Reading {
  readonly outcome: Outcome;
  readonly value?: Json | undefined;
  /** What it said when it refused. */
  readonly reason?: string;
}

/** Milliseconds for one answer. */
const PATIENCE = 15_000;

/** Sends a cell to a judge's server, byte by byte as it was written. */
export async function ask(
  judge: Judge,
  address: string,
  cell: Cell,
  written: WrittenCell,
): Promise<Reading> {
  const route = judge.route(cell);
  if (route === undefined) return { outcome: 'none' };
  const { path, query, headers = {}, body } = written;
  const sent = await send(address, {
    method: body ? 'POST' : 'GET',
    path: `${route}${path ?? ''}${query === undefined ? '' : `?${query}`}`,
    headers: judge.readsDescription
      ? { ...headers, 'X-Cell': describe(documentOf(cell, route.replace(/\/$/, ''))) }
      : headers,
    body,
  });
  if (sent.status >= 400) return { outcome: 'refuses', reason: sent.reason };
  const value = contentOf(sent.answer['value']);
  return { outcome: compare(value, cell.value), value };
}

/** Files are compared by what is in them. */
function contentOf(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => contentOf(item) ?? null);
  const { base64 } = objectOf(value);
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64').toString() : value;
}

function compare(value: Json | undefined, meant: Json): Outcome {
  if (value === undefined) return 'other';
  if (isEqual(value, meant)) return 'yes';
  return isEqual(value, asTexts(meant)) ? 'text' : 'other';
}

/** The value of somebody who knows no types. */
function asTexts(value: Json): Json {
  if (Array.isArray(value)) return value.map(asTexts);
  if (!isObject(value)) return textOf(value);
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asTexts(item)]));
}

function describe(document: JsonObject): string {
  return Buffer.from(JSON.stringify(document)).toString('base64');
}

interface Sent {
  readonly status: number;
  readonly answer: JsonObject;
  readonly reason: string;
}

async function send(
  address: string,
  {
    method,
    path,
    headers,
    body,
  }: {
    method: string;
    path: string;
    headers: Readonly<Record<string, string>>;
    body: Uint8Array | undefined;
  },
): Promise<Sent> {
  const { hostname, port } = new URL(address);
  const signal = AbortSignal.timeout(PATIENCE);
  const outgoing = request({ hostname, port, method, path, headers, signal, agent: false });
  outgoing.end(body);
  // The first argument of the event is the answer.
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  let text = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) text += String(chunk);
  const status = incoming.statusCode ?? 0;
  if (status >= 400) return { status, answer: {}, reason: `${status} ${text}` };
  const parsed = parseJson(text);
  const answer = 'value' in parsed ? parsed.value : undefined;
  if (!isObject(answer)) throw new Error(`${path} is answered with ${text.slice(0, 200)}`);
  return { status, answer, reason: '' };
}
