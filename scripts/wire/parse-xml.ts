import { SaxesParser } from 'saxes';
import { DEEPEST_JSON } from '../base/json-text.ts';

/** An element with its names as they are written; its namespace where one is declared. */
export interface XmlElement {
  readonly name: XmlName;
  readonly attributes: readonly (readonly [XmlName, value: string])[];
  readonly children: readonly XmlElement[];
  /** All text that stands in it directly. */
  readonly text: string;
}

export interface XmlName {
  readonly local: string;
  readonly prefix: string | undefined;
  readonly namespace: string | undefined;
}

/** Elements of a document that are read. */
const MOST_ELEMENTS = 200_000;

interface Open {
  readonly name: XmlName;
  readonly attributes: readonly (readonly [XmlName, string])[];
  readonly children: XmlElement[];
  readonly scope: Scope;
  text: string;
}

type Scope = ReadonlyMap<string, string>;

/** The root of an XML document, or why it is none; entities of its own are not resolved. */
export function parseXml(
  text: string,
): { readonly root: XmlElement } | { readonly reason: string } {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  const faults: string[] = [];
  let count = 0;
  // Prefixes are looked up here, so that one without a namespace is no error.
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    faults.push(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (open.length >= DEEPEST_JSON) faults.push(`it is nested deeper than ${DEEPEST_JSON} levels`);
    if (count > MOST_ELEMENTS) faults.push(`it has more than ${MOST_ELEMENTS} elements`);
    if (faults.length === 0) open.push(begin(name, attributes, open.at(-1)?.scope));
  });
  const addText = (more: string): void => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = faults.length === 0 ? open.pop() : undefined;
    if (!closed) return;
    const { name, attributes, children, text: own } = closed;
    const element = { name, attributes, children, text: own };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
  });
  // In pieces, so that what is hopeless is not read to its end.
  for (let at = 0; at < text.length && faults.length === 0; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
  }
  if (faults.length === 0) parser.close();
  const [reason] = faults;
  if (reason !== undefined) return { reason };
  return root ? { root } : { reason: 'it has no root element' };
}

const PIECE = 64 * 1024;

function begin(
  name: string,
  attributes: Readonly<Record<string, string>>,
  outer: Scope = new Map(),
): Open {
  const all = Object.entries(attributes);
  const declared = all.flatMap(([key, value]) => {
    const [, prefix = ''] = /^xmlns(?::(.*))?$/s.exec(key) ?? [];
    return /^xmlns(:|$)/.test(key) ? [[prefix, value] as const] : [];
  });
  const scope = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  const others = all.filter(([key]) => !/^xmlns(:|$)/.test(key));
  return {
    name: nameOf(name, scope, true),
    attributes: others.map(([key, value]) => [nameOf(key, scope, false), value]),
    children: [],
    scope,
    text: '',
  };
}

/** A name without a prefix is in the default namespace, if it is an element's (Namespaces in XML 1.0, section 6.2). */
function nameOf(name: string, scope: Scope, isElement: boolean): XmlName {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? undefined : name.slice(0, colon);
  const found = prefix !== undefined || isElement ? scope.get(prefix ?? '') : undefined;
  return { local: name.slice(colon + 1), prefix, namespace: found === '' ? undefined : found };
}
