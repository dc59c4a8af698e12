import type { Breach } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';

/** Characters of a value that are shown. */
const LONGEST = 120;

/** A value on one line, cut where it gets long. */
export function shorten(value: unknown, longest = LONGEST): string {
  if (value === undefined) return 'undefined';
  const page: Page = { text: '', longest };
  write(page, value);
  return page.text.length > longest ? `${page.text.slice(0, longest)}…` : page.text;
}

/** A text under way, which ends soon after its longest. */
interface Page {
  text: string;
  readonly longest: number;
}

/**
 * Writes JSON as far as it is shown, and no further: a text that is cut later keeps all of itself in memory, and
 * thousands of complaints may be about one large answer.
 */
function write(page: Page, value: unknown): void {
  if (Array.isArray(value)) {
    page.text += '[';
    for (const [at, item] of (value as readonly unknown[]).entries()) {
      if (page.text.length > page.longest) return;
      if (at > 0) page.text += ',';
      write(page, item ?? null);
    }
    page.text += ']';
  } else if (typeof value === 'object' && value !== null) writeMembers(page, value);
  else if (typeof value === 'string' && value.length > page.longest) {
    page.text += JSON.stringify(value.slice(0, page.longest + 1)).slice(0, -1);
  } else page.text += typeof value === 'bigint' ? `${value}` : (JSON.stringify(value) ?? 'null');
}

function writeMembers(page: Page, value: object): void {
  page.text += '{';
  let separator = '';
  // Not as a list of all: there may be very many.
  for (const name in value) {
    if (page.text.length > page.longest) return;
    if (!Object.hasOwn(value, name)) continue;
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined) continue;
    page.text += `${separator}${JSON.stringify(name)}:`;
    separator = ',';
    write(page, member);
  }
  page.text += '}';
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
    return ` (${lengthOf(value)} characters)`;
  }
  return '';
}

/** Characters of a text: its code units but for the second ones of pairs. */
function lengthOf(text: string): number {
  let length = text.length;
  for (const _ of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) length -= 1;
  return length;
}
