import type { WireXml } from '../wire/wire-body.ts';
import type { XmlContract } from './runtime/contract.ts';

/** XML Objects as a list in which they refer to each other by their places, so that one may lead back to itself. */
export interface XmlTable {
  /** The place of an XML Object; undefined where it says nothing. */
  readonly add: (xml: WireXml) => number | undefined;
  readonly rows: readonly XmlContract[];
}

export function makeXmlTable(): XmlTable {
  const places = new Map<WireXml, number>();
  const rows: Writable[] = [];
  const add = (xml: WireXml): number | undefined => {
    const known = places.get(xml);
    if (known !== undefined) return known;
    if (!tellsAnything(xml)) return undefined;
    const { items, properties, ...own } = xml;
    const row: Writable = { ...own };
    const place = rows.push(row) - 1;
    // Known before its members are: one of them may lead back here.
    places.set(xml, place);
    const item = items && add(items);
    if (item !== undefined) row.items = item;
    const members = Object.entries(properties ?? {}).flatMap(([name, it]) => {
      const at = add(it);
      return at === undefined ? [] : [[name, at] as const];
    });
    if (members.length > 0) row.properties = Object.fromEntries(members);
    return place;
  };
  return { add, rows };
}

type Writable = { -readonly [Key in keyof XmlContract]: XmlContract[Key] };

/** Whether an XML Object or one inside of it says other than what names alone say. */
function tellsAnything(xml: WireXml): boolean {
  const seen = new Set<WireXml>();
  const open = [xml];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const { items, properties, ...own } = at;
    if (Object.keys(own).length > 0) return true;
    open.push(...(items ? [items] : []), ...Object.values(properties ?? {}));
  }
  return false;
}
