import * as fc from 'fast-check';
import { headerOf, type WireRequest } from '../../wire/exchange.ts';
import { isJsonType } from '../../base/media-type.ts';
import { isObject, type Json } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { richDrafts } from '../generation/broken-draft.ts';
import { exampleDrafts, jsonMedia } from '../generation/draft.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import { objectionsIn } from '../judges/verdict.ts';
import type { Property } from '../property.ts';
import { withDecimals } from '../wire/decimals.ts';
import { withHeader } from './with-header.ts';

/** Ways to write the same request that the specifications say mean the same; undefined where none. */
const SPELLINGS: readonly ((request: WireRequest) => WireRequest | undefined)[] = [
  // RFC 9110, section 12.5.1: a list with weights, whose best match is what is documented.
  (request) => {
    const accept = headerOf(request, 'accept');
    return withHeader(request, 'accept', `text/x-kiln;q=0.1, ${accept ?? '*/*'}, */*;q=0.2`);
  },
  // RFC 9110, section 10.1.5: it is for statistics, and may be anything.
  (request) => withHeader(request, 'user-agent', 'kiln/0.1 (contract test)'),
  // RFC 8259, section 11: JSON has no such parameter, and adding one has no effect.
  (request) => withType(request, (type) => `${type}; charset=utf-8`),
  // RFC 9110, section 8.3.1: media types are compared without case.
  (request) => withType(request, (type) => type.toUpperCase()),
  // RFC 8259, sections 2, 4 and 7: white space, the order of members and escapes mean nothing.
  (request) => withJson(request, (value) => escaped(JSON.stringify(reversed(value), null, 2))),
];

const allAtOnce = (request: WireRequest) => {
  const respelled = SPELLINGS.reduce((it, respell) => respell(it) ?? it, request);
  // Names of parameters and charsets have no case either (RFC 9110, sections 5.6.6 and 8.3.2).
  const type = headerOf(respelled, 'content-type');
  return type === undefined || !isJsonType(type)
    ? respelled
    : withHeader(respelled, 'content-type', type.toUpperCase());
};

/** The same in chunks (RFC 9112, section 7.1). */
const inChunks = (request: WireRequest) =>
  request.body === undefined ? undefined : withHeader(request, 'transfer-encoding', 'chunked');

export const inputRespelled: Property = {
  id: 'input.respelled',
  title: 'a request that says the same in other words is not refused either',
  ground: 'standard',
  unless: () => undefined,
  async check({ api, operation, target, falsify }) {
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return;
    // All at once first: what is deleted cannot be deleted again in other words.
    for (const respell of [allAtOnce, ...SPELLINGS, inChunks]) {
      await falsify({
        drafts: fc.constant(draft),
        runs: 1,
        // A length may be asked for (RFC 9110, section 15.5.12), whatever is documented.
        conforming: respell !== inChunks,
        rewrite: (request) => respell(request) ?? request,
        judge(exchange) {
          const verdict = judgeAccepted(api, target, operation, exchange, true);
          return exchange.response?.status === 411 ? 'irrelevant' : verdict;
        },
      });
    }
    // What is optional has numbers too.
    const full = richDrafts(api, operation).at(-1) ?? draft;
    for (const whole of new Set([draft, full])) {
      const written = JSON.stringify(whole.body?.value);
      if (whole.body?.mediaType !== jsonMedia(operation)?.mediaType) continue;
      if (written === undefined || withDecimals(written) === written) continue;
      await falsify({
        drafts: fc.constant(whole),
        runs: 1,
        // How such a number is refused nobody documents.
        conforming: false,
        rewrite: (request) =>
          withJson(request, (it) => withDecimals(JSON.stringify(it))) ?? request,
        judge(exchange) {
          const verdict = judgeAccepted(api, target, operation, exchange, true);
          return objectionsIn(verdict).map((it) => ({
            ...it,
            kind: 'decimals',
            message: `a valid request whose whole numbers are written as 4.0 is answered ${exchange.response?.status}`,
          }));
        },
      });
    }
  },
};

function withType(request: WireRequest, change: (type: string) => string): WireRequest | undefined {
  const type = headerOf(request, 'content-type');
  return type !== undefined && isJsonType(type) && !type.includes(';')
    ? withHeader(request, 'content-type', change(type))
    : undefined;
}

function withJson(request: WireRequest, write: (value: Json) => string): WireRequest | undefined {
  const type = headerOf(request, 'content-type');
  if (type === undefined || !isJsonType(type) || request.body === undefined) return undefined;
  const value = jsonOrNone(request.body);
  return value === undefined ? undefined : { ...request, body: write(value) };
}

function reversed(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(reversed);
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, it]) => [name, reversed(it)] as const);
  return Object.fromEntries(members.toReversed());
}

/** The slashes of a JSON text as escapes: outside of strings it has none. */
function escaped(text: string): string {
  return text.replaceAll('/', String.raw`\/`);
}
