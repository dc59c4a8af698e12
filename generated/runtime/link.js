// Made by "kiln generate": change the description, not this.
/** The target of the first link of a relation in `Link` fields (RFC 8288, section 3), as it is written there. */
export function linkIn(headers, relation) {
    for (const [, target = '', parameters = ''] of (headers.get('Link') ?? '').matchAll(LINK)) {
        const [, quoted, plain] = REL.exec(parameters) ?? [];
        const relations = (quoted ?? plain ?? '').toLowerCase().split(/\s+/);
        if (relations.includes(relation))
            return target.trim();
    }
    return undefined;
}
/** A target and its parameters, in which commas may stand between quotation marks. */
const LINK = /<([^>]*)>((?:\s*;\s*[^=;,\s]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s";,]*))?)*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s";,]+))/i;
//# sourceMappingURL=link.js.map