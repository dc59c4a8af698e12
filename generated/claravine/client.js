// Made by "kiln generate": change the description, not this.
import { createClient } from '../runtime/client.js';
import { writePlainBody } from '../runtime/write-plain-body.js';
import { operations, schemes, servers } from './operations.js';
export { ClientError, UnexpectedResponseError } from '../runtime/errors.js';
export { operations, schemes, servers };
/** Makes a client of Claravine Data Standards Cloud API. */
export function createClaravineClient(options) {
    return createClient({ operations, schemes, servers }, options, writePlainBody);
}
