import type { Breach } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';

/** Characters of a value that are shown. */
const LONGEST = 120;

/** A value on one line, cut where it gets long. */
export function shorten(value: unknown, longest = LONGEST): string {
  const text = written(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** A server may nest an answer deeper than there is a stack for. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'undefined';
  } catch {
    return 'nested too deep to be shown';
  }
}

/** `body/parcels/3/grams is 30001: must be <= 30000`: where, what stands there, what is wrong with it. */
export function describeBreach(
  part: string,
  { instance, message, keyword }: Pick<Breach, 'instance' | 'message' | 'keyword'>,
  value: Json | undefined,
): string {
  const own = value === undefined ? undefined : valueAt(value, `#${instance}`);
  const size = sizeOf(own);
  // What cannot be read is there all the same.
  const isUnread = keyword === 'mediaType' || keyword === 'content';
  if (own === undefined) return `${part}${instance} ${isUnread ? message : 'is absent'}`;
  return `${part}${instance} is ${shorten(own)}${size}: ${message}`;
}

/** How long what is shown is, where counting it by eye would take a while. */
function sizeOf(value: Json | undefined): string {
  if (Array.isArray(value) && value.length > 3) return ` (${value.length} items)`;
  if (typeof value === 'string' && value.length > 20) {
    // JSON Schema counts characters, not code units (validation, section 6.3.1).
    return ` (${Array.from(value).length} characters)`;
  }
  return '';
}
