/** A webhook on its way. */
export interface WebhookRequest {
  readonly url: string;
  readonly method: string;
  readonly contentType: string;
  readonly body: string;
  /** What is sent in place of the body, where that is no text. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
  /** Further fields. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Sends a webhook and tells the status of the answer; rejects when there is none. */
export type Deliver = (request: WebhookRequest) => Promise<number>;
