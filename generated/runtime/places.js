// Made by "kiln generate": change the description, not this.
/** What stands at a pointer of a value (RFC 6901, as `#/a/0`); undefined where there is nothing. */
export function valueAt(value, pointer) {
    let at = value;
    for (const token of tokensOf(pointer)) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, token))
            return undefined;
        at = at[token];
    }
    return at;
}
/** The same value with another one at a pointer; objects on the way there are made where they are missing. */
export function withValueAt(value, pointer, set) {
    const put = (at, [token, ...rest]) => {
        if (token === undefined)
            return set;
        const own = typeof at === 'object' && at !== null ? at : {};
        const members = own;
        const inner = put(Object.hasOwn(members, token) ? members[token] : undefined, rest);
        return Object.fromEntries([...Object.entries(members), [token, inner]]);
    };
    return put(value, tokensOf(pointer));
}
function tokensOf(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
//# sourceMappingURL=places.js.map