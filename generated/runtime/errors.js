// Made by "kiln generate": change the description, not this.
/** Why a call gave no result. Neither it nor anything it holds shows a credential. */
export class ClientError extends Error {
    name = 'ClientError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** An answer as an error: what it said, and the id by which its server knows the request. */
export class ResponseError extends ClientError {
    name = 'ResponseError';
    status;
    headers;
    body;
    /** What the server calls the request in its logs, where a header tells. */
    requestId;
    constructor(message, parts, code = 'response-refused') {
        super(code, message);
        this.status = parts.status;
        this.headers = parts.headers;
        this.body = parts.body;
        this.requestId = requestIdOf(parts.headers);
    }
}
/** The server answered what the description does not document: a proxy's page, or an empty error. */
export class UnexpectedResponseError extends ResponseError {
    name = 'UnexpectedResponseError';
    constructor(message, parts) {
        super(message, parts, 'response-unexpected');
    }
}
function requestIdOf(headers) {
    for (const name of ['x-request-id', 'request-id', 'x-correlation-id']) {
        const id = headers.get(name);
        if (id !== null)
            return id;
    }
    return undefined;
}
//# sourceMappingURL=errors.js.map