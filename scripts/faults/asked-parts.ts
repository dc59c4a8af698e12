import { objectOf, type Json } from '../base/json.ts';
import { parentOf, pointerOf, tokensOf, valueAt, withValueAt } from '../base/json-pointer.ts';
import { jsonOrNone } from '../base/json-text.ts';
import type { ResourcePolicy } from '../model/resource-policy.ts';
import type { RequestDraft, Sent } from './operator.ts';
import { withBytes } from './request-parts.ts';

/** A request without conditions and order, and without what it says of how things are shown. */
export function plainRequest(
  { filter, order, fields, linked, cut, most, id, action }: ResourcePolicy,
  draft: RequestDraft,
): RequestDraft {
  const places = [
    filter,
    order,
    fields,
    linked,
    cut?.at,
    ...(action === 'update' ? [most, id] : []),
  ];
  return places.reduce<RequestDraft>(
    (it, place) => (place?.startsWith('#') ? { ...it, body: lacking(it.body, place) } : it),
    draft,
  );
}

/** JSON without what stands at a place. */
function lacking<T extends string | undefined>(text: T, place: string): T | string {
  const body = text === undefined ? undefined : jsonOrNone(text);
  const at = pointerOf(place);
  const parent = body === undefined ? undefined : valueAt(body, parentOf(at));
  if (body === undefined || valueAt(body, at) === undefined) return text;
  const { [tokensOf(at).at(-1) ?? '']: _, ...rest } = objectOf(parent);
  return JSON.stringify(withValueAt(body, parentOf(at), rest));
}

/** What is told to the server in place of what was sent. */
export function rewritten(sent: Sent, change: (body: Json) => Json | undefined): Sent {
  const body = jsonOrNone(sent.bytes.toString());
  const changed = body === undefined ? undefined : change(body);
  return changed === undefined ? sent : withBytes(sent, Buffer.from(JSON.stringify(changed)));
}

/** What is told to the server without what stands at a place in the body. */
export function withoutSaid(sent: Sent, place: string): Sent {
  const text = sent.bytes.toString();
  const changed = lacking(text, place);
  return changed === text ? sent : withBytes(sent, Buffer.from(changed));
}
