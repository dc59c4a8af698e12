// Made by "kiln generate": change the description, not this.
import { type OptionsOf } from '../runtime/connect.js';
import type { Policy, Settings } from '../runtime/settings.js';
import { hooks } from '../runtime/hooks.js';
import type { HookOptions } from '../runtime/hooks.js';
import type { CommandersActV2ClientOptions } from './client.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export type { Settings as Connection } from '../runtime/settings.js';
export { dryRun } from '../runtime/dry-run.js';
export { TooLargeError } from '../runtime/check-size.js';
export { hooks };
/**
 * Where Commanders Act HTTP Tracking API is, and who calls it: what each operation takes first. Name `hooks` behind the options to be told what goes on.
 */
export declare function connect<Used extends readonly Policy<never>[] = []>(options: Omit<CommandersActV2ClientOptions, keyof HookOptions> & OptionsOf<Used>, ...used: Used): Settings;
import type { OperationOf } from '../runtime/operation.js';
import type { CommandersActV2Client } from './client.js';
/**
 * Track an event.
 *
 * Sends one event of at most 32 KB. A 200 says that the request has arrived, not that the event is good: events are
 * looked at later, and what became of them shows in the platform. To send many events, use `trackEventBatch`.
 *
 * `POST /events`
 *
 * Evidence: COMMANDERSV2-001, COMMANDERSV2-003, COMMANDERSV2-004.
 */
export declare const trackEvent: OperationOf<CommandersActV2Client['trackEvent']>;
/**
 * Track several events.
 *
 * Sends events together, which saves requests: at most 500 KB, with 32 KB for each event. The documentation that is
 * described here calls the operation a closed beta, to which the vendor admits on request; its newer revisions no
 * longer do. What becomes of the others when one event is no good is not said.
 *
 * `POST /events/batch`
 *
 * Evidence: COMMANDERSV2-010, COMMANDERSV2-043, COMMANDERSV2-044, COMMANDERSV2-045.
 */
export declare const trackEventBatch: OperationOf<CommandersActV2Client['trackEventBatch']>;
