// Made by "kiln generate": change the description, not this.
import { encodeComponent } from '../base/encode-component.js';
import { isRecord, jsonOf } from './plain-data.js';
/** The members of a form that are sent: null and undefined are left out. */
export function formMembers(value) {
    const data = jsonOf(value);
    return Object.entries(isRecord(data) ? data : {}).filter(([, it]) => it !== null && it !== undefined);
}
/** The values of a field that are sent one by one: the items of a list, else the value itself. */
export function itemsOf(value) {
    const items = Array.isArray(value) ? value : [value];
    return items.filter((item) => item !== null && item !== undefined);
}
/** A field of a form (URL Standard, section 5.2). */
export function formPair(name, text) {
    return `${encodeForm(name)}=${encodeForm(text)}`;
}
/** Percent-encodes all but letters, digits and `*-._`; a space becomes `+` (URL Standard, section 1.3 and 5.2). */
function encodeForm(text) {
    return encodeComponent(text)
        .replaceAll(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
        .replaceAll('%20', '+');
}
//# sourceMappingURL=form-pairs.js.map