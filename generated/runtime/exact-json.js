// Made by "kiln generate": change the description, not this.
/**
 * Reads JSON as `JSON.parse` does, but keeps integers that a double cannot hold: they become bigints. Give it as
 * `readJson`.
 */
export function readExactJson(text) {
    if (!/\d{16}/.test(text))
        return JSON.parse(text);
    return JSON.parse(hasSource ? text : marked(text), revive);
}
/** Engines from 2024 hand a reviver the text of a number (ECMAScript, JSON.parse source text access). */
const hasSource = (() => {
    let source;
    JSON.parse('1', ((_key, _value, context) => {
        source = context?.source;
    }));
    return source === '1';
})();
/** A character of no text's beginning that servers send: it parts marked digits from texts. */
const MARK = '\u0000';
/** The integers of a JSON text that may be large, as texts; the texts in it stay as they are. */
function marked(text) {
    return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g, (part, at) => part.startsWith('"') || /[\d.eE+]/.test(text[at - 1] ?? '') ? part : `"\\u0000${part}"`);
}
const revive = ((_key, value, context) => {
    if (typeof value === 'string' && !hasSource) {
        return /^\0-?\d+$/.test(value) ? large(value.slice(MARK.length)) : value;
    }
    const source = context?.source;
    if (typeof value !== 'number' || source === undefined)
        return value;
    return /^-?\d+$/.test(source) ? large(source) : value;
});
/** More digits cost time squared, and no API means them. */
const MOST_DIGITS = 1_000;
function large(digits) {
    const value = Number(digits);
    return Number.isSafeInteger(value) || digits.length > MOST_DIGITS ? value : BigInt(digits);
}
//# sourceMappingURL=exact-json.js.map