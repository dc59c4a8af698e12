export type ClientErrorCode =
  | 'credential-missing'
  | 'credential-unusable'
  | 'parameter-missing'
  | 'parameter-unusable'
  | 'header-unusable'
  | 'body-unusable'
  | 'operation-unknown'
  | 'url-unusable'
  | 'url-insecure'
  | 'no-response'
  | 'response-unexpected';

/** Why a call gave no result. Neither it nor anything it holds shows a credential. */
export class ClientError extends Error {
  override readonly name: string = 'ClientError';
  readonly code: ClientErrorCode;

  constructor(code: ClientErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The server answered what the description does not document: a proxy's page, or an empty error. */
export class UnexpectedResponseError extends ClientError {
  override readonly name: string = 'UnexpectedResponseError';
  readonly status: number;
  /** The text of the answer, credentials blotted out. */
  readonly body: string;

  constructor(message: string, status: number, body: string) {
    super('response-unexpected', message);
    this.status = status;
    this.body = body;
  }
}
