import { essenceOf } from '../../base/media-type.ts';
import { jsonText } from '../../wire/plain-data.ts';
import type { OperationContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { valueAt } from './places.ts';
import type { Policy } from './settings.ts';

/** A body, or an item of it, has more bytes than its server takes; nothing was sent. */
export class TooLargeError extends ClientError {
  override readonly name: string = 'TooLargeError';
  /** Where in the body, as `#/batch/17`; `#` is all of it. */
  readonly at: string;
  /** Bytes that are taken. */
  readonly limit: number;
  /** Bytes that it has. */
  readonly actual: number;

  constructor(id: string, at: string, limit: number, actual: number) {
    super('body-too-large', `${id} takes ${limit} bytes at ${at}, and there are ${actual}`);
    this.at = at;
    this.limit = limit;
    this.actual = actual;
  }
}

/** Refuses bodies and items that are larger than a description allows (`x-limits`), before they are sent. */
export const sizeChecking: Policy = () => ({
  checkSize(id, operation, value, body) {
    const { bodyBytes = Infinity } = operation.limits ?? {};
    // An item says more than the whole.
    checkItems(id, operation, value);
    const bytes = bytesOf(body);
    if (bytes !== undefined && bytes > bodyBytes)
      throw new TooLargeError(id, '#', bodyBytes, bytes);
  },
});

function checkItems(id: string, { limits, content }: OperationContract, value: unknown): void {
  const { itemBytes, itemsAt } = limits ?? {};
  if (itemBytes === undefined || itemsAt === undefined) return;
  if (!content.some((it) => /[/+]json$/.test(essenceOf(it)))) return;
  const items = valueAt(value, itemsAt);
  if (!Array.isArray(items)) return;
  for (const [index, item] of items.entries()) {
    const bytes = jsonBytes(item);
    if (bytes > itemBytes) throw new TooLargeError(id, `${itemsAt}/${index}`, itemBytes, bytes);
  }
}

/** Bytes of a value's JSON text in UTF-8. */
export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(jsonText(value)).length;
}

/** Bytes that a body has on the wire; undefined where the platform alone knows them. */
function bytesOf(body: unknown): number | undefined {
  if (typeof body === 'string') return new TextEncoder().encode(body).length;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  return body instanceof URLSearchParams ? body.toString().length : undefined;
}
