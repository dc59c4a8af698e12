import { arrayOf } from '../../base/json.ts';
import { isJsonType } from '../../base/media-type.ts';
import { limitPointer } from '../../model/limit-pointer.ts';
import type { Operation } from '../../model/api-model.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { headerOf } from '../../wire/exchange.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { bytesOf } from '../generation/within-limits.ts';
import { judgeRefusedAs } from '../judges/refused-as.ts';
import { remarksOf, type Judgement, type PassiveProperty } from './judgement.ts';
import { requestPlace, type RecordedStep } from './recorded-step.ts';

/** Bytes of a body, its content coding undone; undefined where it was not recorded as it was sent. */
function bodyBytesOf({ exchange: { request }, hasBody }: RecordedStep): number | undefined {
  if (!hasBody || headerOf(request, 'content-encoding') !== undefined) return undefined;
  return request.bytes?.length ?? new TextEncoder().encode(request.body ?? '').length;
}

/**
 * Bytes of the largest item. How a client writes an item is its own to choose, so that it counts as too
 * large only where the shortest way to write it is.
 */
function itemBytesOf(step: RecordedStep): number | undefined {
  const { itemsAt } = step.operation.limits;
  const type = headerOf(step.exchange.request, 'content-type') ?? '';
  if (itemsAt === undefined || !step.hasBody || !isJsonType(type.split(';', 1)[0]?.trim() ?? ''))
    return undefined;
  const items = arrayOf(requestPlace(step, itemsAt));
  return items.reduce<number>((most, item) => Math.max(most, bytesOf(item)), 0);
}

/** Whether a refusal by that status can only be about the size. */
function saysTooLarge({ errors }: Operation, status: number): boolean {
  const wanted = statusOfRefusal({ errors }, 'tooLarge');
  return (
    status === wanted &&
    wanted >= 400 &&
    wanted !== statusOfRefusal({ errors }, 'invalid') &&
    wanted !== 400
  );
}

function judgeSize(step: RecordedStep, name: 'bodyBytes' | 'itemBytes', size: number): Judgement {
  const { api, operation, exchange } = step;
  const limit = operation.limits[name] ?? Infinity;
  const clause = limitPointer(api, operation, name);
  const what = `${name === 'bodyBytes' ? 'a body' : 'an item'} of ${size} bytes`;
  const status = exchange.response?.status;
  if (size > limit) {
    if (!isSuccess(exchange)) return [];
    const kinds =
      name === 'bodyBytes' ? (['tooLarge'] as const) : (['tooLarge', 'invalid'] as const);
    return remarksOf(judgeRefusedAs(api, operation, exchange, { kinds, what, clause }));
  }
  if (status === undefined || !saysTooLarge(operation, status) || !isAsSmallAsSaid(step)) return [];
  const states = `${name}: ${limit}`;
  const message = `${what} is answered ${status}, and is not too large`;
  return [{ message, clause, states, seen: `${what}, and the answer is ${status}` }];
}

/** Whether nothing that is documented explains a refusal for the size. */
function isAsSmallAsSaid(step: RecordedStep): boolean {
  const { limits } = step.operation;
  return (
    isUpTo(limits.bodyBytes, bodyBytesOf(step)) &&
    isUpTo(limits.itemBytes, itemBytesOf(step)) &&
    step.parts().every(({ breaches }) => breaches.length === 0)
  );
}

function isUpTo(limit: number | undefined, size: number | undefined): boolean {
  return limit === undefined || (size !== undefined && size <= limit);
}

/** Statements about sizes in bytes (`x-limits`). */
export const SIZE_PROPERTIES: readonly PassiveProperty[] = [
  {
    id: 'limits.bytes',
    title: 'a body of as many bytes as documented is accepted, and a larger one is refused',
    unless: (_, { limits, body, errors }) => {
      if (!body || limits.bodyBytes === undefined) return 'no size of the body is documented';
      const status = statusOfRefusal({ errors }, 'tooLarge');
      return status < 400 ? `a larger body is documented to be answered ${status}` : undefined;
    },
    lacking: 'no request was larger than documented, and none was refused for its size',
    begin: () => (step) => {
      const { bodyBytes } = step.operation.limits;
      const size = bodyBytesOf(step);
      if (bodyBytes === undefined || size === undefined || size === 0) return 'irrelevant';
      if (statusOfRefusal(step.operation, 'tooLarge') < 400) return 'irrelevant';
      const isTold =
        size > bodyBytes || saysTooLarge(step.operation, step.exchange.response?.status ?? 0);
      return isTold ? judgeSize(step, 'bodyBytes', size) : 'irrelevant';
    },
  },
  {
    id: 'limits.item-bytes',
    title: 'an item of as many bytes as documented is accepted, and a larger one is refused',
    unless: (_, { limits, errors }) => {
      if (limits.itemBytes === undefined || limits.itemsAt === undefined)
        return 'no size of an item is documented';
      const status = statusOfRefusal({ errors }, 'tooLarge');
      return status < 400 ? `a larger item is documented to be answered ${status}` : undefined;
    },
    lacking: 'no item was larger than documented, and none was refused for its size',
    begin: () => (step) => {
      const { itemBytes } = step.operation.limits;
      const size = itemBytesOf(step);
      if (itemBytes === undefined || size === undefined || size === 0) return 'irrelevant';
      if (statusOfRefusal(step.operation, 'tooLarge') < 400) return 'irrelevant';
      // Where the body has a limit too, a refusal within both is told once, as the body's.
      const isRefused =
        step.operation.limits.bodyBytes === undefined &&
        saysTooLarge(step.operation, step.exchange.response?.status ?? 0);
      return size > itemBytes || isRefused ? judgeSize(step, 'itemBytes', size) : 'irrelevant';
    },
  },
];
