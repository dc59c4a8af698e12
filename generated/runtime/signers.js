// Made by "kiln generate": change the description, not this.
import { encodeComponent } from './base/encode-component.js';
import { credentialPair, encodeBasic } from './wire/credential-text.js';
import { encodePercent } from './wire/percent-encoding.js';
import { ClientError } from './errors.js';
/** A credential in a header (OpenAPI 3.1.1, section 4.8.27), with a word before it where its scheme has one. */
export const signHeader = ({ headers, secrets }, name, scheme, value) => {
    const text = textOf(name, scheme, value);
    // The platform would refuse other characters too, but its message prints the value.
    if (!/^[\t\x20-\x7E\x80-\xFF]+$/.test(text))
        throw unusable(name);
    headers[fieldOf(scheme)] = text;
    hide(secrets, value);
};
/** A credential in the query. */
export const signQuery = ({ query, secrets }, name, scheme, value) => {
    const text = textOf(name, scheme, value);
    query.push(credentialPair({ in: 'query', name: fieldOf(scheme), value: text }));
    hide(secrets, value);
    // As the query has it.
    if (typeof value === 'string')
        secrets.push(encodePercent(value));
};
/** A credential in a cookie, as it is. */
export const signCookie = ({ cookies, secrets }, name, scheme, value) => {
    const text = textOf(name, scheme, value);
    if (!/^[!-~]+$/.test(text) || text.includes(';'))
        throw unusable(name);
    cookies.push(credentialPair({ in: 'cookie', name: fieldOf(scheme), value: text }));
    hide(secrets, value);
};
/** A user and a password (RFC 7617). */
export const signBasic = ({ headers, secrets }, name, _scheme, value) => {
    // Section 2: the first colon ends the user name.
    if (typeof value === 'string' || value.username.includes(':'))
        throw unusable(name);
    const encoded = encodeBasic(`${value.username}:${value.password}`);
    headers['Authorization'] = `Basic ${encoded}`;
    secrets.push(encoded);
    hide(secrets, value.password);
};
/** All of them. */
export const SIGNERS = {
    header: signHeader,
    query: signQuery,
    cookie: signCookie,
    basic: signBasic,
};
function textOf(name, scheme, value) {
    if (typeof value !== 'string')
        throw unusable(name);
    return scheme.kind === 'key' && scheme.prefix !== undefined ? `${scheme.prefix} ${value}` : value;
}
function fieldOf(scheme) {
    return scheme.kind === 'key' ? scheme.name : '';
}
function unusable(name) {
    return new ClientError('credential-unusable', `auth.${name} cannot be sent as it is`);
}
/** A secret as it stands in headers, and as forms and queries write it. */
function hide(secrets, secret) {
    if (typeof secret === 'string' && secret !== '')
        secrets.push(secret, encodeComponent(secret));
}
//# sourceMappingURL=signers.js.map