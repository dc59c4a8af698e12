// Made by "kiln generate": change the description, not this.
import { createClient } from '../runtime/client.js';
import { writeAnyBody } from '../runtime/write-any-body.js';
import { operations, schemes, servers } from './operations.js';
export { ClientError, UnexpectedResponseError } from '../runtime/errors.js';
export { operations, schemes, servers };
/** Makes a client of Clay.com API v3 (unofficial). */
export function createClayComClient(options = {}) {
    return createClient({ operations, schemes, servers }, options, writeAnyBody);
}
