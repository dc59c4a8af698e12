import * as fc from 'fast-check';
import type { Operation } from '../../model/api-model.ts';
import { headerOf, type WireResponse } from '../../wire/exchange.ts';
import { append } from '../../base/json-pointer.ts';
import type { Verdict } from '../bench.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';

export const deprecationHeaders: Property = {
  id: 'deprecation.headers',
  title: 'the headers that tell of a deprecation tell what is documented (RFC 9745, RFC 8594)',
  unless: ({ operation: { lifecycle } }) =>
    lifecycle.deprecated === undefined && lifecycle.sunset === undefined
      ? 'no deprecation and no end is documented'
      : undefined,
  async check({ api, operation, falsify }) {
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      judge: ({ response }) => (response ? judgeLifecycle(operation, response) : undefined),
    });
  },
};

/** No specification makes a server send these headers; what they say must be so all the same. */
export function judgeLifecycle(operation: Operation, response: WireResponse): Verdict {
  const { deprecated, sunset } = operation.lifecycle;
  const deprecation = headerOf(response, 'deprecation');
  // RFC 9745, section 2.1: a date of structured fields, in seconds.
  const since = /^@(-?\d+)$/.exec(deprecation?.trim() ?? '')?.[1];
  const told = [
    {
      keyword: 'x-deprecated-since',
      name: 'Deprecation',
      value: deprecation,
      at: since === undefined ? Number.NaN : Number(since) * 1000,
      day: deprecated,
    },
    {
      keyword: 'x-sunset',
      name: 'Sunset',
      value: headerOf(response, 'sunset'),
      // RFC 8594, section 3: an HTTP-date, which always ends in GMT.
      at: (headerOf(response, 'sunset') ?? '').endsWith(' GMT')
        ? Date.parse(headerOf(response, 'sunset') ?? '')
        : Number.NaN,
      day: sunset,
    },
  ];
  for (const { keyword, name, value, at, day } of told) {
    if (value === undefined || day === undefined) continue;
    if (!Number.isNaN(at) && new Date(at).toISOString().startsWith(day)) continue;
    return {
      message: `the header ${name} does not tell the documented day`,
      clause: append(operation.pointer, keyword),
      states: `${keyword}: ${day}`,
      seen: `${name}: ${value}`,
    };
  }
  return undefined;
}
