// Made by "kiln generate": change the description, not this.
import { prepareBody } from './body.js';
import { ClientError } from './errors.js';
import { sign } from './credentials.js';
import { toBaseUrl } from './transport.js';
/**
 * Writes a request as the description says: styles, cookies, forms, credentials. Throws rather than send
 * something else.
 */
export async function prepareCall(settings, id, operation, init) {
    const { contract, auth, options } = settings;
    settings.checkAccess?.(id, operation);
    const baseUrl = toBaseUrl(init.baseUrl ?? chooseServer(id, operation, settings), settings);
    const plain = { path: operation.path, query: '', headers: {}, cookies: [] };
    const written = settings.writeParameters?.(id, operation, init.params ?? {}) ?? plain;
    const own = `${baseUrl}${written.path}`;
    const page = init.address === undefined ? undefined : toPage(id, init.address, own);
    const location = page ? page.origin + page.pathname : own;
    const query = page?.search.slice(1) ?? written.query;
    const { secrets, ...signature } = await sign(id, operation, contract.schemes, auth, options.credentials === 'include');
    const signed = signature.query.filter((pair) => !query.split('&').includes(pair));
    const search = [query, ...signed].filter(Boolean).join('&');
    const given = [...written.cookies, ...signature.cookies];
    const kept = (settings.cookies?.(new URL(location)) ?? []).filter((it) => !names(given).includes(nameOf(it)));
    const cookies = [...kept, ...given].join('; ');
    const headers = joinHeaders(id, defaultHeaders(operation), init.headers, written.headers, cookies === '' ? {} : { Cookie: cookies }, signature.headers);
    const { idempotencyKey } = operation;
    if (idempotencyKey !== undefined && !headers.has(idempotencyKey)) {
        headers.set(idempotencyKey, crypto.randomUUID());
    }
    const body = await bodyOf(settings, id, operation, init, headers);
    settings.checkSize?.(id, operation, init.body, body);
    const hasKey = idempotencyKey !== undefined;
    const { credentials } = options;
    return { location, baseUrl, search, headers, body, secrets, hasKey, credentials };
}
/** The address of another page. The credential goes to no other server. */
function toPage(id, address, base) {
    const page = URL.canParse(address, base) ? new URL(address, base) : undefined;
    if (page && page.origin === new URL(base).origin)
        return page;
    throw new ClientError('url-unusable', `${id} has its next page on another server`);
}
/** The body as it is sent; its media type is written into the headers. */
async function bodyOf({ contract, writeBody }, id, operation, { body, bodySerializer }, headers) {
    if (body === undefined) {
        headers.delete('content-type');
        return undefined;
    }
    const [documented = 'application/json'] = operation.content;
    const mediaType = headers.get('content-type') ?? documented;
    const prepared = bodySerializer === undefined
        ? await prepareBody(contract, id, operation, mediaType, body, writeBody)
        : { body: bodySerializer(body), contentType: mediaType };
    const isPlatforms = prepared.body instanceof FormData || prepared.contentType === undefined;
    // Only the platform knows the boundary of its own forms.
    if (isPlatforms)
        headers.delete('content-type');
    else
        headers.set('content-type', prepared.contentType);
    return prepared.body;
}
/** Headers of several sources: a later one wins, and null takes one away. */
function joinHeaders(id, ...parts) {
    const joined = new Headers();
    try {
        for (const part of parts) {
            const pairs = part instanceof Headers || Array.isArray(part) ? part : Object.entries(part ?? {});
            for (const [name, value] of pairs) {
                if (value === null)
                    joined.delete(name);
                else if (typeof value === 'object') {
                    for (const item of value)
                        joined.append(name, String(item));
                }
                else if (value !== undefined)
                    joined.set(name, String(value));
            }
        }
        return joined;
    }
    catch {
        // The platform's own error would print a value that HTTP cannot carry.
        throw new ClientError('header-unusable', `${id} cannot send these headers`);
    }
}
function names(pairs) {
    return pairs.map(nameOf);
}
function nameOf(pair) {
    return pair.slice(0, pair.indexOf('='));
}
/**
 * The server of an operation. Whoever moved the API elsewhere did not mean the rest of it to go to
 * the real one, so an operation with a server of its own asks for its new address.
 */
function chooseServer(id, { server }, { options: { baseUrl, baseUrls = {} } }) {
    if (server === undefined)
        return baseUrl;
    if (Object.hasOwn(baseUrls, server))
        return baseUrls[server];
    if (baseUrl === undefined)
        return server;
    throw new ClientError('url-unusable', `${id} is served at ${server}: name its address in baseUrls too`);
}
function defaultHeaders({ content, responses }) {
    const accepted = [...new Set(Object.values(responses).flat())];
    const sent = content.find((it) => !it.includes('*'));
    return {
        ...(accepted.length > 0 && { Accept: accepted.join(', ') }),
        ...(sent !== undefined && { 'Content-Type': sent }),
    };
}
//# sourceMappingURL=prepare.js.map