// Made by "kiln generate": change the description, not this.
import { createClient } from '../runtime/client.js';
import { writeParameters } from '../runtime/parameters.js';
import { writePlainBody } from '../runtime/write-plain-body.js';
import { hooks } from '../runtime/hooks.js';
import { dryRuns } from '../runtime/dry-run.js';
import { accessChecking } from '../runtime/access.js';
import { paging } from '../runtime/pages.js';
import { receive } from '../runtime/webhook.js';
import { operations, schemes, servers, webhooks } from './operations.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { operations, schemes, servers };
export function createClayBaseClient(options = {}) {
    return createClient({ operations, schemes, servers }, options, { writeBody: writePlainBody, writeParameters }, [hooks, accessChecking], [dryRuns, paging]);
}
/**
 * Answers the webhooks of a name: gives the payload to a function, which accepts it by returning nothing, or stops
 * what is about to happen, where the sender asks, with `{ veto: reason }`.
 */
export function receiveClayBaseWebhook(name, handle) {
    return receive(webhooks[name], handle);
}
