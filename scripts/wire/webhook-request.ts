/** A webhook on its way. */
export interface WebhookRequest {
  readonly url: string;
  readonly method: string;
  readonly contentType: string;
  readonly body: string;
}

/** Sends a webhook and tells the status of the answer; rejects when there is none. */
export type Deliver = (request: WebhookRequest) => Promise<number>;
