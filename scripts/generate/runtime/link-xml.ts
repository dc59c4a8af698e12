import type { WireXml } from '../../wire/wire-body.ts';
import type { XmlContract } from './contract.ts';

/** The XML Objects of a contract, those inside of others in place of their numbers: one may lead back to itself. */
export function linkXml(table: readonly XmlContract[]): readonly WireXml[] {
  const nodes = table.map(({ items: _, properties: __, ...own }): Writable => own);
  for (const [index, { items, properties }] of table.entries()) {
    const node = nodes[index] ?? {};
    if (items !== undefined) node.items = nodes[items] ?? {};
    if (properties === undefined) continue;
    node.properties = Object.fromEntries(
      Object.entries(properties).map(([name, at]) => [name, nodes[at] ?? {}]),
    );
  }
  return nodes;
}

type Writable = { -readonly [Key in keyof WireXml]: WireXml[Key] };
