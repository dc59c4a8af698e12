// Made by "kiln generate": change the description, not this.
import { ClientError } from './errors.js';
import { sign } from './sign.js';
import { toBaseUrl } from './transport.js';
/**
 * Writes a request as the description says: styles, cookies, forms, credentials. Throws rather than send
 * something else.
 */
export async function prepareCall(settings, id, operation, init) {
    const { options } = settings;
    settings.checkAccess?.(id, operation);
    const chosen = init.baseUrl ?? (settings.chooseServer ?? ownServer)(id, operation, options);
    const baseUrl = toBaseUrl(chosen, settings);
    const plain = { path: operation.path, query: '', headers: {}, cookies: [] };
    const written = settings.writeParameters?.(id, operation, init.params ?? {}) ?? plain;
    const own = `${baseUrl}${written.path}`;
    const page = init.address?.(own);
    const location = page ? page.origin + page.pathname : own;
    const query = page?.search.slice(1) ?? written.query;
    const { secrets, ...signature } = await sign(id, operation, settings);
    const signed = signature.query.filter((pair) => !query.split('&').includes(pair));
    const search = [query, ...signed].filter(Boolean).join('&');
    const given = [...written.cookies, ...signature.cookies];
    const cookies = settings.cookies?.(new URL(location), given) ?? given;
    const headers = joinHeaders(id, defaultHeaders(operation), init.headers, written.headers, cookies.length > 0 ? { Cookie: cookies.join('; ') } : {}, signature.headers);
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
const ownServer = (_id, _operation, { baseUrl }) => baseUrl;
/** The body as it is sent; its media type is written into the headers. */
async function bodyOf({ contract, writeBody }, id, operation, { body: value }, headers) {
    const [documented = 'application/json'] = operation.content;
    const mediaType = headers.get('content-type') ?? documented;
    headers.delete('content-type');
    if (value === undefined)
        return undefined;
    if (!writeBody)
        throw new ClientError('body-unusable', `${id} takes no body`);
    const { body, contentType } = await writeBody(contract, id, operation, mediaType, value);
    // Only the platform knows the boundary of its own forms.
    if (contentType !== undefined)
        headers.set('content-type', contentType);
    return body;
}
/** Headers of several sources: a later one wins, and null takes one away. */
function joinHeaders(id, ...parts) {
    const joined = new Headers();
    try {
        for (const [name, value] of parts.flatMap((part) => Object.entries(part ?? {}))) {
            if (value === null)
                joined.delete(name);
            else if (value !== undefined)
                joined.set(name, value);
        }
        return joined;
    }
    catch {
        // The platform's own error would print a value that HTTP cannot carry.
        throw new ClientError('header-unusable', `${id} cannot send these headers`);
    }
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