// Made by "kiln generate": change the description, not this.
import { redact } from './credentials.js';
import { ClientError } from './errors.js';
/** The address of an API without a trailing slash. Throws unless requests may be sent to it. */
export function toBaseUrl(chosen, settings) {
    const text = chosen ?? settings.contract.servers[0] ?? '';
    const page = globalThis.location?.href;
    const url = text !== '' && URL.canParse(text, page) ? new URL(text, page) : undefined;
    if (!url ||
        !/^https?:$/.test(url.protocol) ||
        url.username + url.password + url.search + url.hash) {
        throw new ClientError('url-unusable', 'baseUrl must be an http or https URL without a user, a query or a fragment; a relative one needs a page');
    }
    checkSecure(url, settings);
    return (URL.canParse(text) ? text : url.href).replace(/\/+$/, '');
}
/**
 * Sends a request once, and nothing in the clear; its errors show no secret. The attempt is given up when its
 * time, that of the call, or the caller's patience ends.
 */
export const sendOnce = async (request, sending) => {
    const { settings, signal, patience, endsAt } = sending;
    const { timeout = 60_000 } = patience;
    checkSecure(new URL(request.url), settings);
    const { fetch = (it) => globalThis.fetch(it) } = settings.options;
    const timer = new AbortController();
    const left = Math.min(timeout || Infinity, endsAt - Date.now());
    // Longer ones would end at once.
    const handle = left < LONGEST ? setTimeout(() => expire(), left) : undefined;
    const expire = () => {
        sending.isTimedOut = true;
        timer.abort();
    };
    sending.settle = () => clearTimeout(handle);
    const ends = signal ? AbortSignal.any([signal, timer.signal]) : timer.signal;
    const started = Date.now();
    try {
        ends.throwIfAborted();
        const timed = sending.remake?.(ends) ?? new Request(request, { signal: ends });
        settings.observe?.({ type: 'request', request, sending });
        const response = await Promise.race([
            fetch(sending.watch?.(timed) ?? timed),
            whenAborted(ends),
        ]);
        const milliseconds = Date.now() - started;
        settings.observe?.({ type: 'response', request, response, milliseconds, sending });
        return response;
    }
    catch (error) {
        sending.settle();
        throw toClientError(error, sending, 'no-response');
    }
};
/** What setTimeout takes (HTML Standard, section 8.6). */
const LONGEST = 2 ** 31;
/** For a `fetch` that does not look at the signal. */
function whenAborted(signal) {
    return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
    });
}
/** Why an answer, or the rest of it, did not come: one of our own errors, whatever the platform threw. */
export function toClientError(error, { id, signal, secrets, isTimedOut }, code) {
    if (error instanceof ClientError)
        return error;
    if (signal?.aborted) {
        return new ClientError('aborted', `${id} was aborted`, { cause: signal.reason });
    }
    if (isTimedOut)
        return new ClientError('timeout', `${id} got no complete answer in time`);
    // What a `fetch` for tests says of an answer that came, and is not as described.
    if (error instanceof Error && error.name === 'AnswerError') {
        return new ClientError('response-unexpected', redact(`${id}: ${error.message}`, secrets));
    }
    const what = code === 'body-cut' ? 'an answer that breaks off' : 'no response';
    // No cause: what a fetch throws may hold the request with its headers.
    return new ClientError(code, `${id} got ${what}: ${redact(reasonOf(error), secrets)}`);
}
/** Plain http is for APIs that are described so, for a mock on this machine, and for hosts that are named. */
function checkSecure({ protocol, hostname, host }, { contract, options }) {
    const isEncrypted = contract.servers.some((server) => server.startsWith('https:'));
    const { allowHttp = false } = options;
    const isAllowed = typeof allowHttp === 'boolean' ? allowHttp : allowHttp.includes(hostname);
    if (protocol !== 'http:' || !isEncrypted || isAllowed || LOOPBACK.test(hostname))
        return;
    throw new ClientError('url-insecure', `http://${host} would send credentials in the clear: use https, or name the host in allowHttp`);
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