// Made by "kiln generate": change the description, not this.
import { essenceOf, isCoveredBy } from './base/media-type.js';
import { redact } from './credentials.js';
import { UnexpectedResponseError } from './errors.js';
/** Reads an answer into what `Result` promises of it. Throws when it is not a documented one. */
export async function readResult(id, { method, responses }, response, secrets) {
    const { status, ok, headers } = response;
    const documented = responses[`${status}`] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses['default'];
    const answered = `${id} answered ${status}`;
    const refuse = async (problem) => {
        const body = redact(await response.text(), secrets);
        return new UnexpectedResponseError(`${answered} ${problem}`, status, body);
    };
    if (!documented)
        throw await refuse('which its description does not document');
    if (documented.length === 0 || method === 'head') {
        // Not awaited: of two branches of one stream, neither is given up before the other one is read.
        void response.body?.cancel().catch(() => undefined);
        return { ok, status, headers, body: undefined };
    }
    const sent = headers.get('content-type');
    const mediaType = documented.find((it) => sent !== null && isCoveredBy(sent, it)) ?? documented.find(isJson);
    if (mediaType === undefined)
        throw await refuse(`with ${sent ?? 'no media type'}`);
    if (!isJson(mediaType)) {
        const isText = essenceOf(mediaType).startsWith('text/');
        return { ok, status, headers, body: isText ? await response.text() : await response.blob() };
    }
    const text = await response.text();
    try {
        return { ok, status, headers, body: JSON.parse(text) };
    }
    catch {
        const problem = text === '' ? 'with no body' : 'with a body that is not JSON';
        throw new UnexpectedResponseError(`${answered} ${problem}`, status, redact(text, secrets));
    }
}
/** The same as `Decoded` says: some servers still write `text/json`. */
function isJson(mediaType) {
    return /[/+]json$/.test(essenceOf(mediaType));
}
//# sourceMappingURL=result.js.map