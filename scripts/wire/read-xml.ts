import type { Json } from '../base/json.ts';
import type { TextShape } from '../values/combine-shapes.ts';
import type { Pick } from './choose-reading.ts';
import type { XmlElement, XmlName } from './parse-xml.ts';
import { textValues } from './read-value.ts';
import type { WireXml } from './wire-body.ts';
import { xmlOf } from './write-xml.ts';

/** How an element or an attribute is read. */
interface Reading {
  readonly xml: WireXml;
  readonly shape: TextShape;
  readonly pick: Pick;
}

/**
 * The value that an element is by the XML Object (OpenAPI 3.1.1, section 4.8.26). Elements that nobody
 * describes are members by their names; attributes that nobody describes are none.
 */
export function readXml(element: XmlElement, reading: Reading): Json {
  const { shape, pick } = reading;
  const { types } = shape;
  if (isNil(element)) return null;
  if (!types.has('object')) {
    // What a root holds are its items, wrapped or not: it has to hold them somehow.
    if (types.has('array')) return readItems(element.children, reading);
    return pick(textValues(shape, element.text));
  }
  const hasMembers = element.children.length > 0 || element.attributes.length > 0;
  const mayBeText = shape.order.some((it) => it !== 'object' && it !== 'array');
  const isEmptyObject = shape.order[0] === 'object' && element.text.trim() === '';
  return hasMembers || !mayBeText || isEmptyObject
    ? readMembers(element, reading)
    : pick(textValues(shape, element.text));
}

function readItems(elements: readonly XmlElement[], { xml, shape, pick }: Reading): Json {
  return elements.map((it, i) =>
    readXml(it, { xml: xml.items ?? {}, shape: shape.items(i), pick }),
  );
}

function readMembers(element: XmlElement, reading: Reading): Json {
  const { shape, xml, pick } = reading;
  const names = new Set([...shape.names, ...Object.keys(xml.properties ?? {})]);
  const taken = new Set<XmlElement>();
  const members: (readonly [string, Json])[] = [];
  for (const name of names) {
    const own = { xml: xmlOf(xml, name), shape: shape.member(name), pick };
    if (own.xml.attribute) {
      const found = element.attributes.find(([key]) =>
        isCalled(key, own.xml.name ?? name, own.xml),
      );
      if (found) members.push([name, pick(textValues(own.shape, found[1]))]);
      continue;
    }
    const found = element.children.filter((it) => isMember(it, name, own));
    for (const it of found) taken.add(it);
    if (found.length > 0) members.push([name, readMember(found, name, own)]);
  }
  const others = Map.groupBy(
    element.children.filter((it) => !taken.has(it)),
    ({ name }) => name.local,
  );
  for (const [name, found] of others) {
    if (names.has(name)) continue;
    members.push([name, readMember(found, name, { xml: {}, shape: shape.member(name), pick })]);
  }
  return Object.fromEntries(members);
}

/** Whether an element belongs to a property: by its own name, or by that of its items where these are not wrapped. */
function isMember({ name }: XmlElement, property: string, { xml, shape }: Reading): boolean {
  const isBare = shape.types.has('array') && !xml.wrapped && xml.items !== undefined;
  const own = isBare ? (xml.items ?? {}) : xml;
  return isCalled(name, own.name ?? property, own);
}

function readMember(found: readonly XmlElement[], name: string, reading: Reading): Json {
  const { xml, shape } = reading;
  const [first] = found;
  if (first === undefined) return null;
  if (!shape.types.has('array')) {
    const values = found.map((it) => readXml(it, reading));
    return values.length === 1 ? (values[0] ?? null) : values;
  }
  if (!xml.wrapped) {
    const isOnlyList = shape.order.every((it) => it === 'array' || it === 'null');
    if (found.length > 1 || isOnlyList || xml.items) return readItems(found, reading);
    return readXml(first, { ...reading, shape });
  }
  const inner = xml.items?.name ?? xml.name ?? name;
  return readItems(
    first.children.filter((it) => isCalled(it.name, inner, xml.items ?? {})),
    reading,
  );
}

/** Names are compared with their namespace where the description gives one. */
function isCalled({ local, namespace }: XmlName, wanted: string, xml: WireXml): boolean {
  return local === wanted && (xml.namespace === undefined || namespace === xml.namespace);
}

/** `xsi:nil` says that there is nothing (XML Schema 1.1, part 1, section 2.7.2). */
function isNil({ attributes }: XmlElement): boolean {
  return attributes.some(
    ([{ local, namespace }, value]) =>
      local === 'nil' &&
      namespace === 'http://www.w3.org/2001/XMLSchema-instance' &&
      /^\s*(true|1)\s*$/.test(value),
  );
}
