export type ClientErrorCode =
  | 'aborted'
  | 'access-refused'
  | 'body-cut'
  | 'body-too-large'
  | 'body-unusable'
  | 'credential-missing'
  | 'credential-unusable'
  | 'header-unusable'
  | 'no-response'
  | 'operation-unknown'
  | 'option-unusable'
  | 'pages-endless'
  | 'parameter-missing'
  | 'parameter-unusable'
  | 'quota-spent'
  | 'response-refused'
  | 'response-unexpected'
  | 'session-refused'
  | 'timeout'
  | 'url-insecure'
  | 'url-unusable'
  | 'work-unknown';

/** Why a call gave no result. Neither it nor anything it holds shows a credential. */
export class ClientError extends Error {
  override readonly name: string = 'ClientError';
  readonly code: ClientErrorCode;

  constructor(code: ClientErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** What an answer said; credentials in it are blotted out, and cookies that it sets are left away. */
export interface AnswerParts {
  readonly status: number;
  readonly headers: Headers;
  /** The value where it is JSON, else the text; undefined where the answer is documented without a body. */
  readonly body: unknown;
}

/** An answer as an error: what it said, and the id by which its server knows the request. */
export class ResponseError extends ClientError {
  override readonly name: string = 'ResponseError';
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  /** What the server calls the request in its logs, where a header tells. */
  readonly requestId: string | undefined;

  constructor(message: string, parts: AnswerParts, code: ClientErrorCode = 'response-refused') {
    super(code, message);
    this.status = parts.status;
    this.headers = parts.headers;
    this.body = parts.body;
    this.requestId = requestIdOf(parts.headers);
  }
}

/** The server answered what the description does not document: a proxy's page, or an empty error. */
export class UnexpectedResponseError extends ResponseError {
  override readonly name: string = 'UnexpectedResponseError';

  constructor(message: string, parts: AnswerParts) {
    super(message, parts, 'response-unexpected');
  }
}

function requestIdOf(headers: Headers): string | undefined {
  for (const name of ['x-request-id', 'request-id', 'x-correlation-id']) {
    const id = headers.get(name);
    if (id !== null) return id;
  }
  return undefined;
}
