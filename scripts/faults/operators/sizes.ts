import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isObject, type Json } from '../../base/json.ts';
import { valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { limitPointer } from '../../model/limit-pointer.ts';
import { isCarriedOut, toRefused } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { RequestDraft, Operator, FaultPlace, SeenExchange, Sent } from '../operator.ts';
import { readSent, withBytes } from '../request-parts.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Bytes of padding above which a request is too large to be sent for a test. */
const LARGEST = 32 * 1024 * 1024;

const SIZE = { class: 'size', difficulty: 2, changes: 'verdict' } as const;

/** What an operation limits in bytes: its content, or each item of an array in it. */
interface Measure {
  readonly limit: number;
  readonly clause: Pointer;
  /** The largest size in a request. */
  readonly sizeOf: (sent: Sent) => number;
  /** A valid request of exactly this size; undefined where no example can be stretched to it. */
  readonly sized: (size: number) => RequestDraft | undefined;
}

function bodyMeasure(api: ApiModel, operation: Operation): Measure | undefined {
  const limit = operation.limits.bodyBytes;
  const valid = exampleRequest(api, operation);
  const text = valid?.body;
  if (limit === undefined || !valid || text === undefined) return undefined;
  const spare = (size: number) => size - Buffer.byteLength(text);
  return {
    limit,
    clause: limitPointer(api, operation, 'bodyBytes'),
    sizeOf: ({ bytes }) => bytes.length,
    // White space around a JSON text means nothing (RFC 8259, section 2).
    sized: (size) =>
      spare(size) < 0 || spare(size) > LARGEST
        ? undefined
        : { ...valid, body: text + ' '.repeat(spare(size)) },
  };
}

function itemMeasure(api: ApiModel, operation: Operation): Measure | undefined {
  const { itemBytes: limit, itemsAt } = operation.limits;
  const valid = exampleRequest(api, operation);
  if (limit === undefined || itemsAt === undefined || valid?.body === undefined) return undefined;
  const body = jsonOrNone(valid.body);
  if (body === undefined) return undefined;
  const [item] = arrayOf(valueAt(body, itemsAt));
  if (item === undefined) return undefined;
  const itemsOf = (value: Json | undefined) => arrayOf(value && valueAt(value, itemsAt));
  return {
    limit,
    clause: limitPointer(api, operation, 'itemBytes'),
    sizeOf: (sent) => Math.max(0, ...itemsOf(readSent(api, operation, sent)?.body).map(bytesOf)),
    sized: (size) => {
      const stretched = stretch(item, size);
      return stretched === undefined
        ? undefined
        : { ...valid, body: JSON.stringify(withValueAt(body, itemsAt, [stretched])) };
    },
  };
}

function bytesOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** An item of this size: a property that an open object may have fills what is missing. */
function stretch(item: Json, size: number): Json | undefined {
  if (!isObject(item)) return undefined;
  const missing = size - bytesOf({ ...item, kilnPadding: '' });
  return missing < 0 || missing > LARGEST
    ? undefined
    : { ...item, kilnPadding: 'x'.repeat(missing) };
}

const MEASURES = [
  ['body', 'content', bodyMeasure],
  ['item', 'an item', itemMeasure],
] as const;

/** Operators on limits in bytes. */
export const SIZE_OPERATORS: readonly Operator[] = MEASURES.flatMap(([name, what, measureOf]) => {
  const rows = [
    [`accepts-large-${name}`, `accepts ${what} of any size`, (m: Measure) => m.limit * 2, Infinity],
    [
      `accepts-${name}-byte-more`,
      `accepts ${what} one byte above the limit`,
      (m: Measure) => m.limit + 1,
      1,
    ],
  ] as const;
  const admitting = rows.map(([id, title, sizeOf, beyond]): Operator => ({
    ...SIZE,
    id,
    title,
    places(api, operation) {
      const measure = measureOf(api, operation);
      const draft = measure?.sized(sizeOf(measure));
      const small = exampleRequest(api, operation)?.body;
      if (!measure || !draft || small === undefined || statusOfRefusal(operation, 'tooLarge') < 400)
        return [];
      const { limit } = measure;
      const before = (sent: Sent) =>
        isBetween(measure.sizeOf(sent), limit, limit + beyond)
          ? withBytes(sent, Buffer.from(small))
          : sent;
      return [
        {
          at: WHOLE_ANSWER,
          clause: measure.clause,
          deviate: () => ({ before }),
          witness: () => stepsOf(draft),
        },
      ];
    },
  }));
  return [
    ...admitting,
    toOperator(
      { ...SIZE, id: `refuses-full-${name}`, title: `refuses ${what} of exactly the limit` },
      (api, operation) => {
        const measure = measureOf(api, operation);
        return refusing(api, operation, measure, measure?.limit, (size, limit) => size === limit);
      },
    ),
    toOperator(
      {
        ...SIZE,
        id: `halves-${name}-limit`,
        title: `takes only half of the size that ${what} may have`,
      },
      (api, operation) => {
        const measure = measureOf(api, operation);
        return refusing(
          api,
          operation,
          measure,
          measure && Math.ceil(measure.limit * 0.75),
          (size, limit) => size > limit / 2 && size <= limit,
        );
      },
    ),
  ];
});

function refusing(
  api: ApiModel,
  operation: Operation,
  measure: Measure | undefined,
  size: number | undefined,
  isMeant: (size: number, limit: number) => boolean,
): readonly FaultPlace[] {
  const draft = size === undefined ? undefined : measure?.sized(size);
  if (!measure || !draft) return [];
  const after = (seen: SeenExchange) =>
    isCarriedOut(seen) && isMeant(measure.sizeOf(seen.sent), measure.limit)
      ? toRefused(api, operation, seen, 'tooLarge')
      : seen.answer;
  return [
    {
      at: WHOLE_ANSWER,
      clause: measure.clause,
      deviate: () => ({ after }),
      witness: () => stepsOf(draft),
    },
  ];
}

function toOperator(operator: Omit<Operator, 'places'>, places: Operator['places']): Operator {
  return { ...operator, places };
}

function isBetween(size: number, above: number, upTo: number): boolean {
  return size > above && size <= upTo;
}
