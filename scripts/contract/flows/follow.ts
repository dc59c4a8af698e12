import type { Operation } from '../../model/api-model.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import type { Bench } from '../bench.ts';
import type { Draft } from '../generation/draft.ts';

/** An address on the server that is tried. */
export interface Address {
  readonly url: string;
  /** Below the address that documented paths begin at. */
  readonly path: string;
}

/**
 * Where a reference in an answer leads (RFC 3986, section 5); undefined where that is no part of what is
 * tried. A server behind another tells its documented address.
 */
export function addressTold(
  { operation: { servers }, target }: Bench,
  { url }: WireRequest,
  reference: string,
): Address | undefined {
  if (!URL.canParse(reference, url)) return undefined;
  const { href } = new URL(reference, url);
  const documented = servers.flatMap((it) => [it.url, ...it.alsoAt]);
  const base = [target, ...documented].find((it) => href.startsWith(`${it}/`));
  if (base === undefined) return undefined;
  const [rest = ''] = href.slice(base.length).split('#');
  const [path = ''] = rest.split('?');
  return { url: `${target}${rest}`, path };
}

/** Asks at an address by an operation: with what it needs beside, such as a credential. */
export function askAt(
  { exchange }: Bench,
  operation: Operation,
  draft: Draft,
  { url }: Address,
): Promise<Exchange> {
  const parameters = draft.parameters.filter(
    ({ parameter }) => parameter.required && parameter.in !== 'query',
  );
  const rewrite = (request: WireRequest) => ({ ...request, url: withQueryOf(request, url) });
  return exchange({ ...draft, parameters }, { operation, rewrite });
}

/** The address with what the written request has in its query: a credential. */
function withQueryOf({ url }: WireRequest, address: string): string {
  const at = url.indexOf('?');
  if (at < 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${url.slice(at + 1)}`;
}
