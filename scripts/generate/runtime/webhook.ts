import type { WebhookContract } from './contract.ts';

/** What the webhooks of a name bring: of a Path Item Object, as openapi-typescript has it. */
export type PayloadOf<Item> = {
  [Method in keyof Item]-?: Item[Method] extends { requestBody?: { content: infer Content } }
    ? Content[keyof Content]
    : never;
}[keyof Item];

/** A webhook that has come. */
export interface Received<Payload> {
  readonly payload: Payload;
  /** The body as it came, for signatures. */
  readonly raw: Uint8Array;
  readonly headers: Headers;
}

/** What a handler answers: nothing to accept it, or that what is about to happen must not. */
export type Verdict = { readonly veto: string } | undefined;

export type WebhookHandler<Payload> = (
  received: Received<Payload>,
) => Verdict | void | Promise<Verdict | void>;

/** What is made of a payload before it is handled. */
export type PayloadReader = (webhook: WebhookContract, payload: unknown) => unknown;

/**
 * Answers a webhook as its sender reads it: the status that accepts it, or, where it asks before something happens
 * (`x-veto`), one that stops that, with the reason as JSON. A body that is not JSON, or breaks off, is answered 400, another method
 * 405, and a handler that throws 500, which also stops it.
 */
export function receive<Payload>(
  webhook: WebhookContract,
  handle: WebhookHandler<Payload>,
  readTimes: PayloadReader = (_webhook, payload) => payload,
): (request: Request) => Promise<Response> {
  const { method, accept, veto } = webhook;
  return async (request) => {
    if (request.method.toLowerCase() !== method) {
      return new Response(null, { status: 405, headers: { Allow: method.toUpperCase() } });
    }
    let raw: Uint8Array;
    let payload: Payload;
    try {
      raw = new Uint8Array(await request.arrayBuffer());
      const text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
      payload = readTimes(webhook, JSON.parse(text)) as Payload;
    } catch {
      return Response.json({ error: 'the body is not JSON' }, { status: 400 });
    }
    let verdict: Verdict | void;
    try {
      verdict = await handle({ payload, raw, headers: request.headers });
    } catch {
      return Response.json({ error: 'the handler failed' }, { status: 500 });
    }
    if (!verdict) return new Response(null, { status: accept });
    // A sender that asks nothing is told of a failure.
    return Response.json({ error: verdict.veto }, { status: veto ?? 500 });
  };
}
