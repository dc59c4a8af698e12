import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../model/api-model.ts';
import type { Eventual } from '../base/eventual.ts';
import { remember } from '../base/remember.ts';
import { splitQuery, type TextPair } from './text-pairs.ts';
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
  /** Whether the client has shown a certificate; left out where the connection has no room for one. */
  readonly isCertified?: boolean | undefined;
  /** Reads the content, or says that it has more bytes than the limit, or fewer than were announced. */
  readonly readBytes: (limit: number) => Eventual<Buffer | 'too-large' | 'cut-off'>;
  /** How a webhook is sent that it leads to, where a fault wants that otherwise. */
  readonly webhook?: ((webhook: Operation, send: Deliver) => Deliver) | undefined;
}

/** The value of a header field that may come once, by its name in lower case; a repeated one counts as joined. */
export function fieldIn({ headers }: Call, name: string): string | undefined {
  // Node's own object has names that no request sent: a field may be called `constructor`.
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return Array.isArray(value) ? value.join(', ') : value;
}

/** A name that a description writes as it likes, as fields are looked up by. */
export const fieldName = remember((name) => name.toLowerCase());

/** What follows the question mark: its pairs, and whether each of them can be decoded. */
export interface QueryText {
  readonly pairs: readonly TextPair[];
  readonly isDecodable: boolean;
}

const NO_QUERY: QueryText = { pairs: [], isDecodable: true };

/** More than one stage reads the query of a request, and many requests have the same. */
const readKnownQuery = remember((query): QueryText => {
  const pairs = splitQuery(query);
  const isDecodable = pairs.every(({ name, text }) => name !== undefined && text !== undefined);
  return { pairs, isDecodable };
});

export function readQuery(query: string): QueryText {
  return query === '' ? NO_QUERY : readKnownQuery(query);
}

const readCookies = remember(parseCookies);

/** The cookies of a request by name (RFC 6265, section 4.2.1), values as they came. */
export function cookiesOf(call: Call): ReadonlyMap<string, string> {
  return readCookies(fieldIn(call, 'cookie') ?? '');
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
