// Made by "kiln generate": change the description, not this.
import { createClient } from '../runtime/client.js';
import { writeParameters } from '../runtime/parameters.js';
import { writeAnyBody } from '../runtime/write-any-body.js';
import { hooks } from '../runtime/hooks.js';
import { dryRuns } from '../runtime/dry-run.js';
import { sessions } from '../runtime/session.js';
import { uploading } from '../runtime/upload.js';
import { operations, schemes, servers, session } from './operations.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { operations, schemes, servers };
/** Makes a client of Clay.com API v3 (unofficial). */
export function createClayComClient(options = {}) {
    return createClient({ operations, schemes, servers, session }, options, { writeBody: writeAnyBody, writeParameters }, [hooks, sessions, uploading], [dryRuns]);
}
