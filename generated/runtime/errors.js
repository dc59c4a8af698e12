// Made by "kiln generate": change the description, not this.
/** Why a call gave no result. Neither it nor anything it holds shows a credential. */
export class ClientError extends Error {
    name = 'ClientError';
    code;
    constructor(code, message) {
        super(message);
        this.code = code;
    }
}
/** The server answered what the description does not document: a proxy's page, or an empty error. */
export class UnexpectedResponseError extends ClientError {
    name = 'UnexpectedResponseError';
    status;
    /** The text of the answer, credentials blotted out. */
    body;
    constructor(message, status, body) {
        super('response-unexpected', message);
        this.status = status;
        this.body = body;
    }
}
//# sourceMappingURL=errors.js.map