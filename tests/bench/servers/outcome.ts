import type { Exchange } from '../../../scripts/wire/exchange.ts';

export const TESTERS = ['Kiln', 'Schemathesis', 'Schemathesis, best'] as const;
export type TesterName = (typeof TESTERS)[number];

/** What a tester says against a server. */
export interface Finding {
  /** `GET /pets/{id}`. */
  readonly operation: string;
  readonly status?: number;
  /** The property or check that found it. */
  readonly check: string;
  /** What it rests on; only the contract decides how a run of ours ends. */
  readonly ground: 'contract' | 'standard';
  readonly message: string;
  /** The exchange, in a few lines for whoever judges it. */
  readonly shown: string;
}

/** What a tester itself says of its run. */
export interface Told {
  readonly exitCode?: number;
  readonly findings: readonly Finding[];
  /** Its last words where it failed. */
  readonly said: string;
}

/** What came of one tester and one server, as it is kept. */
export interface Outcome extends Told {
  readonly seconds: number;
  readonly requests: number;
  readonly operations: number;
  /** Operations that got a request, that answered one with success, and that got one within the first `EARLY`. */
  readonly reached: number;
  readonly succeeded: number;
  readonly reachedEarly: number;
  /** Operations that answered 5xx at least once, as `GET /pets 500`. */
  readonly crashes: readonly string[];
  /** Whether the server was there at the end. */
  readonly survived: boolean;
}

/** Requests within which every operation is to be reached. */
export const EARLY = 3_000;

const MOST_SHOWN = 400;

/** An exchange in a few lines. */
export function showExchange(exchange: Exchange): string {
  const { method, url, headers, body } = exchange.request;
  const asked = [`${method.toUpperCase()} ${cut(url)}`];
  for (const [name, value] of headers) {
    if (!DULL.has(name.toLowerCase())) asked.push(`${name}: ${cut(value, 100)}`);
  }
  if (body) asked.push(cut(body));
  if (!exchange.response) return [...asked, `→ ${exchange.failure}`].join('\n');
  const { status, headers: fields, body: content } = exchange.response;
  const type = fields.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return [...asked, `→ ${status} ${type}`, cut(content)].join('\n');
}

const DULL = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'user-agent',
  'x-schemathesis-testcaseid',
]);

function cut(text: string, most = MOST_SHOWN): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
