// Made by "kiln generate": change the description, not this.
import { createClient } from '../runtime/client.js';
import { writeParameters } from '../runtime/parameters.js';
import { writePlainBody } from '../runtime/write-plain-body.js';
import { hooks } from '../runtime/hooks.js';
import { dryRuns } from '../runtime/dry-run.js';
import { pacing } from '../runtime/pace.js';
export { TooLargeError } from '../runtime/check-size.js';
import { batching } from '../runtime/batch.js';
import { operations, schemes, servers, rate } from './operations.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export { operations, schemes, servers };
/** Makes a client of Clayva API. */
export function createClayvaClient(options) {
    return createClient({ operations, schemes, servers, rate }, options, { writeBody: writePlainBody, writeParameters }, [hooks, pacing], [dryRuns, batching]);
}
