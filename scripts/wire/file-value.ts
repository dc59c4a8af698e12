import { isRecord, jsonOf } from './plain-data.ts';
import type { WireFile } from './wire-body.ts';

/** A value as a file where it is octets, with or without a name. */
export function fileOf(value: unknown): WireFile | undefined {
  const bytes = octetsOf(value);
  if (bytes) return { bytes };
  if (!isRecord(value) || !(value['bytes'] instanceof Uint8Array)) return undefined;
  const { bytes: own, name, contentType } = value;
  return {
    bytes: own,
    name: typeof name === 'string' ? name : undefined,
    contentType: typeof contentType === 'string' ? contentType : undefined,
  };
}

function octetsOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}

/** Whether a value has neither items nor members, once it has become JSON. */
export function isScalar(value: unknown): boolean {
  const data = jsonOf(value);
  return typeof data !== 'object' || data === null;
}
