// Made by "kiln generate": change the description, not this.
import { essenceOf, isCoveredBy } from './base/media-type.js';
import { redact } from './credentials.js';
import { UnexpectedResponseError } from './errors.js';
import { toClientError } from './transport.js';
/** Reads an answer into what `Result` promises of it. Throws when it is not a documented one. */
export async function readResult(id, operation, { response, sending }) {
    const { method, responses } = operation;
    const { status, ok, headers } = response;
    const { secrets, settings } = sending;
    const { readJson = JSON.parse } = settings.options;
    const fail = (error) => toClientError(error, sending, 'body-cut');
    const textOf = () => response.text().catch((error) => {
        throw fail(error);
    });
    const refuse = (problem, text) => new UnexpectedResponseError(`${id} ${problem}`, shownParts(status, headers, jsonOr(text, headers, readJson), secrets));
    try {
        // A browser follows it or says nothing of it (Fetch Standard, section 4.4).
        if (response.type === 'opaqueredirect')
            throw refuse('was redirected elsewhere', '');
        const documented = responses[`${status}`] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses['default'];
        const answered = `answered ${status}`;
        if (!documented) {
            throw refuse(`${answered} which its description does not document`, await textOf());
        }
        if (documented.length === 0 || method === 'head') {
            // Not awaited: of two branches of one stream, neither is given up before the other one is read.
            void response.body?.cancel().catch(() => undefined);
            return { ok, status, headers, body: undefined };
        }
        const sent = headers.get('content-type');
        const mediaType = documented.find((it) => sent !== null && isCoveredBy(sent, it)) ?? documented.find(isJson);
        if (mediaType === undefined) {
            throw refuse(`${answered} with ${sent ?? 'no media type'}`, await textOf());
        }
        const read = (text) => {
            const value = readJson(text);
            return settings.readTimes?.(operation, status, mediaType, value) ?? value;
        };
        const stream = settings.readStream?.(mediaType, response, fail, read);
        if (stream)
            return { ok, status, headers, body: stream };
        if (isJson(mediaType)) {
            const text = await textOf();
            try {
                return { ok, status, headers, body: read(text) };
            }
            catch {
                throw refuse(`${answered} with ${text === '' ? 'no body' : 'a body that is not JSON'}`, text);
            }
        }
        if (essenceOf(mediaType).startsWith('text/'))
            return { ok, status, headers, body: await textOf() };
        const body = await response.blob().catch((error) => {
            throw fail(error);
        });
        return { ok, status, headers, body };
    }
    finally {
        sending.settle();
    }
}
/** What an answer said as errors show it: without the cookies that it sets, and with no secret of the request. */
export function shownParts(status, headers, body, secrets) {
    const shown = new Headers();
    for (const [name, value] of headers) {
        if (name !== 'set-cookie')
            shown.set(name, redact(value, secrets));
    }
    return { status, headers: shown, body: redactAll(body, secrets) };
}
function redactAll(value, secrets) {
    if (typeof value === 'string')
        return redact(value, secrets);
    if (Array.isArray(value))
        return value.map((item) => redactAll(item, secrets));
    if (Object.prototype.toString.call(value) !== '[object Object]')
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, redactAll(it, secrets)]));
}
/** What a body says where it is JSON, whoever wrote it; else its text. */
function jsonOr(text, headers, readJson) {
    if (!isJson(headers.get('content-type') ?? ''))
        return text;
    try {
        return readJson(text);
    }
    catch {
        return text;
    }
}
/** The same as `Decoded` says: some servers still write `text/json`. */
function isJson(mediaType) {
    return /[/+]json$/.test(essenceOf(mediaType));
}
//# sourceMappingURL=result.js.map