import { afterAll, expect, test } from 'vitest';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { violationsOf } from '../../scripts/core/contract-run.ts';
import type { Fault } from './parcels-server.ts';
import { PARCELS, runAll } from './run-parcels.ts';

const { send, close } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(close);

test.for<{ fault: Fault; property: string; operation: string; states: string; line: number }>([
  {
    fault: 'drops-property',
    property: 'conformance',
    operation: 'createParcel',
    states: 'required',
    line: 107,
  },
  {
    fault: 'ignores-key',
    property: 'auth.missing',
    operation: 'getParcel',
    states: 'security: key',
    line: 5,
  },
  {
    fault: 'ignores-key',
    property: 'auth.unknown',
    operation: 'getParcel',
    states: 'security: key',
    line: 5,
  },
  {
    fault: 'accepts-21',
    property: 'limits.items',
    operation: 'createParcels',
    states: 'maxItems: 20',
    line: 59,
  },
  {
    fault: 'accepts-empty-name',
    property: 'input.rejected',
    operation: 'createParcel',
    states: 'minLength: 1',
    line: 103,
  },
  {
    fault: 'answers-html-404',
    property: 'envelope',
    operation: 'getParcel',
    states: 'envelope',
    line: 10,
  },
  {
    fault: 'refuses-valid',
    property: 'input.accepted',
    operation: 'createParcel',
    states: 'breaks no constraint',
    line: 24,
  },
  {
    fault: 'undocumented-status',
    property: 'conformance',
    operation: 'getParcel',
    states: 'getParcel answers 200, 400, 401, 404, 429',
    line: 83,
  },
  {
    fault: 'short-header',
    property: 'conformance',
    operation: 'createParcel',
    states: 'minLength: 4',
    line: 35,
  },
  {
    fault: 'hangs-up',
    property: 'conformance',
    operation: 'getParcel',
    states: 'answers',
    line: 83,
  },
  {
    fault: 'takes-an-empty-key',
    property: 'auth.malformed',
    operation: 'getParcel',
    states: 'security: key',
    line: 5,
  },
  {
    fault: 'takes-a-former-key',
    property: 'auth.expired',
    operation: 'getParcel',
    states: 'security: key',
    line: 5,
  },
  {
    fault: 'takes-half-a-pair',
    property: 'auth.partial',
    operation: 'createParcel',
    states: 'security: key, or account and pin',
    line: 21,
  },
  {
    fault: 'refuses-a-pair',
    property: 'auth.alternative',
    operation: 'createParcel',
    states: 'security: account and pin',
    line: 21,
  },
  {
    fault: 'lets-a-reader-write',
    property: 'auth.read-only',
    operation: 'createParcel',
    states: 'x-access: write',
    line: 22,
  },
  {
    fault: 'takes-a-byte-more',
    property: 'limits.bytes',
    operation: 'createParcel',
    states: 'bodyBytes: 2000',
    line: 23,
  },
  {
    fault: 'takes-a-byte-less',
    property: 'limits.bytes',
    operation: 'createParcel',
    states: 'breaks no constraint',
    line: 24,
  },
  {
    fault: 'takes-any-media-type',
    property: 'media.unsupported',
    operation: 'createParcel',
    states: 'content',
    line: 26,
  },
  {
    fault: 'allows-nothing',
    property: 'method.allow',
    operation: 'createParcel',
    states: '/parcels takes POST',
    line: 17,
  },
  {
    fault: 'ends-a-quota-early',
    property: 'rate.quota',
    operation: 'getParcel',
    states: '5 requests in 3600 seconds',
    line: 15,
  },
  {
    fault: 'ends-a-quota-late',
    property: 'rate.quota',
    operation: 'getParcel',
    states: '5 requests in 3600 seconds',
    line: 15,
  },
  {
    fault: 'counts-nothing-down',
    property: 'rate.quota',
    operation: 'getParcel',
    states: '5 requests in 3600 seconds',
    line: 15,
  },
])(
  '$fault is reported as $property of $operation',
  async ({ fault, property, operation, states, line }) => {
    const violation = violationsOf(await runAll(send, fault, 1)).find(
      (it) => it.property === property && it.operation === operation,
    );
    expect(violation?.proof.states).toContain(states);
    expect(violation?.proof.location).toMatchObject({ file: PARCELS, line });
    expect(violation?.curl).toMatch(/^curl -i -X (GET|POST|PUT) '?http:\/\/127\.0\.0\.1:/);
  },
);
