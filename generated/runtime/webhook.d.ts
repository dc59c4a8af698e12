// Made by "kiln generate": change the description, not this.
import type { WebhookContract } from './contract.js';
/** What the webhooks of a name bring: of a Path Item Object, as openapi-typescript has it. */
export type PayloadOf<Item> = {
    [Method in keyof Item]-?: Item[Method] extends {
        requestBody?: {
            content: infer Content;
        };
    } ? Content[keyof Content] : never;
}[keyof Item];
/** A webhook that has come. */
export interface Received<Payload> {
    readonly payload: Payload;
    /** The body as it came, for signatures. */
    readonly raw: Uint8Array;
    readonly headers: Headers;
}
/** What a handler answers: nothing to accept it, or that what is about to happen must not. */
export type Verdict = {
    readonly veto: string;
} | undefined;
export type WebhookHandler<Payload> = (received: Received<Payload>) => Verdict | void | Promise<Verdict | void>;
/** What is made of a payload before it is handled. */
export type PayloadReader = (webhook: WebhookContract, payload: unknown) => unknown;
/**
 * Answers a webhook as its sender reads it: the status that accepts it, or, where it asks before something happens
 * (`x-veto`), one that stops that, with the reason as JSON. A body that is not JSON, or breaks off, is answered 400, another method
 * 405, and a handler that throws 500, which also stops it.
 */
export declare function receive<Payload>(webhook: WebhookContract, handle: WebhookHandler<Payload>, readTimes?: PayloadReader): (request: Request) => Promise<Response>;
