// Made by "kiln generate": change the description, not this.
/** The XML Objects of a contract, those inside of others in place of their numbers: one may lead back to itself. */
export function linkXml(table) {
    const nodes = table.map(({ items: _, properties: __, ...own }) => own);
    for (const [index, { items, properties }] of table.entries()) {
        const node = nodes[index] ?? {};
        if (items !== undefined)
            node.items = nodes[items] ?? {};
        if (properties === undefined)
            continue;
        node.properties = Object.fromEntries(Object.entries(properties).map(([name, at]) => [name, nodes[at] ?? {}]));
    }
    return nodes;
}
//# sourceMappingURL=link-xml.js.map