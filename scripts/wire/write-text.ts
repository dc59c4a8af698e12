import type { WireFile } from './wire-body.ts';

/** Octets as they are: of a buffer or of a view; undefined where a value is neither. */
export function octetsOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}

/** A value as a file where it is octets, with or without a name. */
export function fileOf(value: unknown): WireFile | undefined {
  const bytes = octetsOf(value);
  if (bytes) return { bytes };
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return undefined;
  // What has octets under this name was made for the wire: JSON has none.
  return value.bytes instanceof Uint8Array ? (value as WireFile) : undefined;
}

/** Whether a value is one that has text of its own: neither a list nor members. */
export function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null || value instanceof Date;
}

/** The text of a value (OpenAPI 3.1.1, appendix B): a string as it is, nothing as the empty string, all else as in JSON. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return typeof value === 'object' && !(value instanceof Date)
    ? writeJson(value)
    : scalarText(value);
}

function scalarText(value: unknown): string {
  if (value instanceof Date) return isNaN(value.getTime()) ? '' : value.toISOString();
  return typeof value === 'number' ? (JSON.stringify(value) ?? '') : String(value);
}

/**
 * JSON text (RFC 8259), a bigint as its digits also where the platform cannot write one. What JSON cannot
 * say is left out of objects and null elsewhere, as JSON.stringify does it.
 */
export function writeJson(value: unknown): string {
  let hasBigint = false;
  // A replacer is given what `toJSON` made, also that of a bigint: it looks the value up at its owner.
  function notice(this: Readonly<Record<string, unknown>>, key: string, member: unknown): unknown {
    if (typeof this[key] !== 'bigint') return member;
    hasBigint = true;
    return null;
  }
  const text = JSON.stringify(value, notice);
  return (hasBigint ? exactText(value, '') : text) ?? 'null';
}

/** The text of a value that holds bigints; undefined for what JSON leaves out. */
function exactText(value: unknown, key: string): string | undefined {
  if (typeof value === 'bigint') return value.toString();
  const plain = hasToJson(value) ? value.toJSON(key) : value;
  if (Array.isArray(plain)) {
    return `[${plain.map((item, i) => exactText(item, String(i)) ?? 'null').join(',')}]`;
  }
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain);
  const members = Object.entries(plain).flatMap(([name, member]) => {
    const text = exactText(member, name);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${members.join(',')}}`;
}

function hasToJson(value: unknown): value is { readonly toJSON: (key: string) => unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'toJSON' in value &&
    typeof value.toJSON === 'function'
  );
}
