import { encodeComponent } from '../base/encode-component.ts';
import { isRecord, jsonOf } from './plain-data.ts';

/** The members of a form that are sent: null and undefined are left out. */
export function formMembers(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  const data = jsonOf(value);
  return Object.entries(isRecord(data) ? data : {}).filter(
    ([, it]) => it !== null && it !== undefined,
  );
}

/** The values of a field that are sent one by one: the items of a list, else the value itself. */
export function itemsOf(value: unknown): readonly unknown[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item) => item !== null && item !== undefined);
}

/** A field of a form (URL Standard, section 5.2). */
export function formPair(name: string, text: string): string {
  return `${encodeForm(name)}=${encodeForm(text)}`;
}

/** Percent-encodes all but letters, digits and `*-._`; a space becomes `+` (URL Standard, section 1.3 and 5.2). */
function encodeForm(text: string): string {
  return encodeComponent(text)
    .replaceAll(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
