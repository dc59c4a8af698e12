// Made by "kiln generate": change the description, not this.
import { encodeComponent } from './base/encode-component.js';
import { credentialPair, encodeBasic } from './wire/credential-text.js';
import { encodePercent } from './wire/percent-encoding.js';
import { ClientError } from './errors.js';
const UNSIGNED = { headers: {}, query: [], cookies: [], secrets: [] };
/**
 * Meets the first security alternative for which there are credentials (OpenAPI 3.1.1, section
 * 4.8.30). Going without, where an operation allows that too, comes last. Throws when none is met. A browser
 * that sends its own cookies has the credential of a cookie, which nobody else can see.
 */
export async function sign(id, operation, schemes, credentials, hasCookies = false) {
    const { security } = operation;
    for (const alternative of security.filter((names) => names.length > 0)) {
        const signature = await meet(alternative, schemes, credentials, hasCookies);
        if (signature)
            return signature;
    }
    if (security.length === 0 || security.some((names) => names.length === 0))
        return UNSIGNED;
    const choices = security.map((names) => names.map((name) => `auth.${name}`).join(' and '));
    throw new ClientError('credential-missing', `${id} needs ${choices.join(', or ')}`);
}
/** The text with every secret replaced. */
export function redact(text, secrets) {
    const longestFirst = secrets.toSorted((left, right) => right.length - left.length);
    return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text);
}
async function meet(names, schemes, credentials, hasCookies) {
    let signature = UNSIGNED;
    for (const name of names) {
        const scheme = schemes[name];
        if (scheme?.kind === 'transport')
            continue;
        const supplied = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
        const value = typeof supplied === 'function' ? await supplied() : supplied;
        const isGiven = value !== undefined && value !== '';
        if (!isGiven && hasCookies && scheme?.kind === 'key' && scheme.in === 'cookie')
            continue;
        if (!scheme || !isGiven)
            return undefined;
        signature = add(signature, name, scheme, value);
    }
    return signature;
}
function add(signature, name, scheme, value) {
    if (scheme.kind === 'basic' || typeof value !== 'string') {
        if (scheme.kind !== 'basic' || typeof value === 'string')
            throw unusable(name);
        const { username, password } = value;
        // RFC 7617, section 2: the first colon ends the user name.
        if (username.includes(':'))
            throw unusable(name);
        const encoded = encodeBasic(`${username}:${password}`);
        const headers = { ...signature.headers, Authorization: `Basic ${encoded}` };
        return { ...signature, headers, secrets: [...signature.secrets, encoded, ...texts(password)] };
    }
    const secrets = [...signature.secrets, ...texts(value)];
    const text = scheme.prefix === undefined ? value : `${scheme.prefix} ${value}`;
    switch (scheme.in) {
        case 'query': {
            const pair = credentialPair({ ...scheme, value: text });
            return { ...signature, query: [...signature.query, pair], secrets };
        }
        case 'cookie':
            if (!/^[!-~]+$/.test(text) || text.includes(';'))
                throw unusable(name);
            return {
                ...signature,
                cookies: [...signature.cookies, credentialPair({ ...scheme, value: text })],
                secrets,
            };
        case 'header':
            // The platform would refuse other characters too, but its message prints the value.
            if (!/^[\t\x20-\x7E\x80-\xFF]+$/.test(text))
                throw unusable(name);
            return { ...signature, headers: { ...signature.headers, [scheme.name]: text }, secrets };
    }
}
function unusable(name) {
    return new ClientError('credential-unusable', `auth.${name} cannot be sent as it is`);
}
/** A secret as it stands in headers, and as queries and forms write it. */
function texts(secret) {
    const forms = [secret, encodeComponent(secret), encodePercent(secret)];
    return [...new Set(forms)].filter((text) => text !== '');
}
//# sourceMappingURL=credentials.js.map