// Made by "kiln generate": change the description, not this.
import { redact } from './credentials.js';
import { ClientError } from './errors.js';
/** The address of an API without a trailing slash. Throws unless requests may be sent to it. */
export function toBaseUrl(chosen, servers) {
    const text = chosen ?? servers[0] ?? '';
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (!url || !/^https?:$/.test(url.protocol)) {
        throw new ClientError('url-unusable', 'baseUrl must be an absolute http or https URL');
    }
    if (url.username || url.password || url.search || url.hash) {
        throw new ClientError('url-unusable', 'baseUrl cannot have a user, a query or a fragment');
    }
    checkSecure(url, servers);
    return text.replace(/\/+$/, '');
}
/** A `fetch` that sends nothing in the clear, and whose errors show no secret. */
export function guard(fetch, id, servers, secrets) {
    return async (request) => {
        checkSecure(new URL(request.url), servers);
        try {
            return await fetch(request);
        }
        catch (error) {
            // The caller's own reason, handed back as it is.
            if (request.signal.aborted)
                throw error;
            const reason = redact(reasonOf(error), secrets);
            // No cause: what a fetch throws may hold the request with its headers.
            throw new ClientError('no-response', `${id} got no response: ${reason}`);
        }
    };
}
/** Plain http is for APIs that are described so, and for a mock on this machine. */
function checkSecure({ protocol, hostname, host }, servers) {
    const isEncrypted = servers.some((server) => server.startsWith('https:'));
    if (protocol !== 'http:' || !isEncrypted || LOOPBACK.test(hostname))
        return;
    throw new ClientError('url-insecure', `http://${host} would send credentials in the clear: use https`);
}
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
/** `fetch failed` says little; its causes do. */
function reasonOf(error) {
    const messages = [];
    for (let at = error; at instanceof Error && messages.length < 5; at = at.cause) {
        messages.push(at.message);
    }
    return messages.filter(Boolean).join(': ') || 'the connection failed';
}
//# sourceMappingURL=transport.js.map