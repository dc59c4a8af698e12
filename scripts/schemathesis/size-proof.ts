import type { ApiModel, Operation } from '../model/api-model.ts';
import { headerOf, type WireRequest } from '../wire/exchange.ts';
import { isJsonType } from '../base/media-type.ts';
import { jsonOrNone } from '../base/json-text.ts';
import { limitPointer } from '../model/limit-pointer.ts';
import { findLongItem } from '../wire/long-item.ts';
import type { Explanation } from '../result/second-opinion.ts';
import { renderLocation } from '../base/source-location.ts';
import type { SchemathesisFailure } from './read-report.ts';
import { statusOfRefusal } from '../refusal/documented-refusal.ts';

/** The checks that expect of a request's values alone whether it is refused, and how. */
const CHECKS: readonly string[] = ['negative_data_rejection', 'positive_data_acceptance'];

/**
 * Explains failures by sizes, which Schemathesis does not know: a request larger than `x-limits` allows
 * is refused with the documented status (content too large, RFC 9110, section 15.5.14), whatever it says.
 */
export function toSizeProof(
  api: ApiModel,
): (failure: SchemathesisFailure) => Explanation | undefined {
  return ({ check, operation: label, exchange }) => {
    if (!exchange?.response || !CHECKS.includes(check)) return undefined;
    const operation = api.operations.find((it) => labelOf(it) === label);
    if (!operation) return undefined;
    const status = statusOfRefusal(operation, 'tooLarge');
    const excess = excessOf(operation, exchange.request);
    if (!excess || exchange.response.status !== status) return undefined;
    const clause = limitPointer(api, operation, excess.limit);
    return {
      verdict: 'false-alarm',
      reason: `The request is larger than documented, and ${status} is the documented answer to that.`,
      proof: [
        `sent: ${excess.what} of ${excess.bytes} bytes`,
        `${renderLocation(api.locate(clause))}  ${clause}: ${operation.limits[excess.limit]}`,
      ],
    };
  };
}

interface Excess {
  readonly what: string;
  readonly bytes: number;
  readonly limit: 'bodyBytes' | 'itemBytes';
}

function excessOf({ limits }: Operation, request: WireRequest): Excess | undefined {
  const { bodyBytes = Infinity, itemBytes = Infinity, itemsAt } = limits;
  // Of a large body only the beginning is recorded.
  const bytes = Number(
    headerOf(request, 'content-length') ?? Buffer.byteLength(request.body ?? ''),
  );
  if (bytes > bodyBytes) return { what: 'a body', bytes, limit: 'bodyBytes' };
  if (itemsAt === undefined || !isJsonType(headerOf(request, 'content-type') ?? '')) {
    return undefined;
  }
  const text = request.body ?? '';
  const value = jsonOrNone(text);
  const long = value !== undefined && findLongItem(Buffer.from(text), value, itemsAt, itemBytes);
  return long ? { what: 'an item', bytes: long.bytes, limit: 'itemBytes' } : undefined;
}

function labelOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}
