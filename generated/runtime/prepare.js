// Made by "kiln generate": change the description, not this.
import { mergeHeaders } from 'openapi-fetch';
import { prepareBody } from './body.js';
import { ClientError } from './errors.js';
import { sign } from './credentials.js';
import { toCookies, toHeaders, toPath, toQuery } from './parameters.js';
import { guard, toBaseUrl } from './transport.js';
/**
 * Turns the options of a call into those that make openapi-fetch send what the description says: by
 * itself it knows no styles, cookies, forms or credentials. Throws rather than send something else.
 */
export async function prepareCall({ contract, baseUrl, baseUrls = {}, auth, fetch, writeBody }, id, operation, init) {
    const { servers, schemes } = contract;
    const { path = {}, query = {}, header = {}, cookie = {} } = init.params ?? {};
    const chosen = init.baseUrl ?? chooseServer(id, operation, baseUrl, baseUrls);
    const address = toBaseUrl(chosen, servers);
    const filledPath = toPath(id, operation, path);
    const written = {
        query: toQuery(id, operation, query),
        headers: toHeaders(id, operation, header),
        cookies: toCookies(id, operation, cookie),
    };
    const { secrets, ...signature } = await sign(id, operation, schemes, auth);
    const search = [written.query, ...signature.query].filter(Boolean).join('&');
    const cookies = [...written.cookies, ...signature.cookies].join('; ');
    const headers = joinHeaders(id, defaultHeaders(operation), init.headers, written.headers, cookies === '' ? {} : { Cookie: cookies }, signature.headers);
    const body = await bodyOf({ contract, writeBody }, id, operation, init, headers);
    const location = `${address}${filledPath}`;
    const send = guard(init.fetch ?? fetch, id, servers, secrets);
    return {
        secrets,
        location: search === '' ? location : `${location}?${search}`,
        headers,
        body,
        send,
        init: {
            ...init,
            baseUrl: address,
            params: { path, query },
            pathSerializer: () => location,
            querySerializer: () => search,
            headers,
            body,
            bodySerializer: () => body,
            fetch: send,
        },
    };
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
/** The platform's own error would print a value that HTTP cannot carry. */
function joinHeaders(id, ...parts) {
    try {
        return mergeHeaders(...parts);
    }
    catch {
        throw new ClientError('header-unusable', `${id} cannot send these headers`);
    }
}
/**
 * The server of an operation. Whoever moved the API elsewhere did not mean the rest of it to go to
 * the real one, so an operation with a server of its own asks for its new address.
 */
function chooseServer(id, { server }, baseUrl, baseUrls) {
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