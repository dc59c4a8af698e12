// Made by "kiln generate": change the description, not this.
/** The text with every secret replaced. */
export function redact(text, secrets) {
    const longestFirst = secrets.toSorted((left, right) => right.length - left.length);
    return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text);
}
//# sourceMappingURL=credentials.js.map