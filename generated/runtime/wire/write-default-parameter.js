// Made by "kiln generate": change the description, not this.
import { plainDataOf } from './plain-data.js';
import { encodePercent } from './percent-encoding.js';
import { isFieldValue } from './write-parameter.js';
/**
 * Writes a parameter in the default style of its place (OpenAPI 3.1.1, section 4.8.12.2) as `writeParameter` does, for those
 * who have no others.
 */
export function writeDefaultParameter({ in: location, name }, value) {
    const data = plainDataOf(value);
    if (data === undefined)
        return undefined;
    const texts = data.kind === 'text' ? [data.text] : data.kind === 'list' ? data.items : [];
    const members = data.kind === 'members' ? data.members : [];
    if (location === 'query' || location === 'cookie') {
        return [...texts.map((text) => [name, text]), ...members]
            .map((pair) => pair.map(encodePercent).join('='))
            .join(location === 'query' ? '&' : '; ');
    }
    const all = [...texts, ...members.flat()];
    const text = (location === 'header' ? all : all.map(encodePercent)).join(',');
    return (location === 'header' ? isFieldValue(text) : text !== '') ? text : undefined;
}
//# sourceMappingURL=write-default-parameter.js.map