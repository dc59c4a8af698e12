import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../model/api-model.ts';
import type { Eventual } from '../base/eventual.ts';
import { remember } from '../base/remember.ts';
import type { Deliver } from './webhook-request.ts';

/** A request to one API as the stages see it, whoever carried it here. */
export interface Call {
  /** As it came: `GET`. */
  readonly method: string;
  /** Path below the API's mount, still percent-encoded. */
  readonly path: string;
  /** What follows the question mark, still percent-encoded. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** The client's IP address. */
  readonly address: string;
  /** Reads the content, or says that it has more bytes than the limit, or fewer than were announced. */
  readonly readBytes: (limit: number) => Eventual<Buffer | 'too-large' | 'cut-off'>;
  /** How a webhook is sent that it leads to, where a fault wants that otherwise. */
  readonly webhook?: ((webhook: Operation, send: Deliver) => Deliver) | undefined;
}

/** The value of a header field that may come once, by its name in lower case; a repeated one counts as joined. */
export function headerOf({ headers }: Call, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** A name that a description writes as it likes, as fields are looked up by. */
export const fieldName = remember((name) => name.toLowerCase());

/** Decodes one name or value of a query or form (URL Standard, section 5.1); undefined if it cannot be. */
export function decodeForm(text: string): string | undefined {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** Undoes percent-encoding (RFC 3986, section 2.1); undefined where the text is not encoded UTF-8. */
export function decodePercent(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

type Pairs = readonly (readonly [string, string])[];

const NO_PAIRS: Pairs = [];
/** More than one stage reads the query of a request, and many requests have the same. */
const readPairs = remember(parseAllPairs);

/** Name and value pairs in order, or undefined when one is not properly percent-encoded. */
export function parsePairs(text: string): Pairs | undefined {
  return text === '' ? NO_PAIRS : readPairs(text);
}

function parseAllPairs(text: string): Pairs | undefined {
  const pairs: [string, string][] = [];
  for (const piece of text.split('&')) {
    if (piece === '') continue;
    const split = piece.indexOf('=');
    const name = decodeForm(split < 0 ? piece : piece.slice(0, split));
    const value = decodeForm(split < 0 ? '' : piece.slice(split + 1));
    if (name === undefined || value === undefined) return undefined;
    pairs.push([name, value]);
  }
  return pairs;
}

const readCookies = remember(parseCookies);

/** The cookies of a request by name (RFC 6265, section 4.2.1), values as they came. */
export function cookiesOf(call: Call): ReadonlyMap<string, string> {
  return readCookies(headerOf(call, 'cookie') ?? '');
}

function parseCookies(header: string): ReadonlyMap<string, string> {
  const pieces = header.split(';').map((piece) => piece.trim());
  return new Map(
    pieces.flatMap((piece) => {
      const split = piece.indexOf('=');
      return split > 0 ? [[piece.slice(0, split), piece.slice(split + 1)] as const] : [];
    }),
  );
}
