// Made by "kiln generate": change the description, not this.
import { prepareCall } from './prepare.js';
import { readResult } from './result.js';
/** Makes the function that calls an operation without a client around it. */
export function call(settings, id, operation) {
    return async (input = {}) => {
        const prepared = await prepareCall(settings, id, operation, toInit(input));
        const { location, headers, body, send, secrets } = prepared;
        const request = new Request(location, {
            method: operation.method.toUpperCase(),
            headers,
            // What a Request takes, as `bodyOf` made it.
            ...(body !== undefined && { body: body }),
            // A redirect is an answer: to follow it could carry the credential to another host.
            redirect: 'manual',
            ...(input.signal && { signal: input.signal }),
        });
        return await readResult(id, operation, await send(request), secrets);
    };
}
/** The input of a call as openapi-fetch has it. */
export function toInit({ path, query, header, cookie, contentType, ...rest }) {
    const headers = {
        ...(rest.headers instanceof Headers ? Object.fromEntries(rest.headers) : rest.headers),
        ...(contentType !== undefined && { 'Content-Type': contentType }),
    };
    // openapi-fetch would read the answer as JSON; `readResult` knows what it is.
    const reading = { parseAs: 'stream' };
    return { ...reading, ...rest, headers, params: { path, query, header, cookie } };
}
//# sourceMappingURL=call.js.map