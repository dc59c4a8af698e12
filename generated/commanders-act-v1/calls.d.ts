// Made by "kiln generate": change the description, not this.
import { type OptionsOf } from '../runtime/connect.js';
import type { Policy, Settings } from '../runtime/settings.js';
import { hooks } from '../runtime/hooks.js';
import type { HookOptions } from '../runtime/hooks.js';
import type { CommandersActV1ClientOptions } from './client.js';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.js';
export { readExactJson } from '../runtime/exact-json.js';
export type { Settings as Connection } from '../runtime/settings.js';
export { dryRun } from '../runtime/dry-run.js';
export { TooLargeError } from '../runtime/check-size.js';
export { hooks };
/**
 * Where Commanders Act HTTP Tracking API (deprecated) is, and who calls it: what each operation takes first. Name `hooks` behind the options to be told what goes on.
 */
export declare function connect<Used extends readonly Policy<never>[] = []>(options: Omit<CommandersActV1ClientOptions, keyof HookOptions> & OptionsOf<Used>, ...used: Used): Settings;
import type { OperationOf } from '../runtime/operation.js';
import type { CommandersActV1Client } from './client.js';
/**
 * Track an event (1.0).
 *
 * Sends one event in the format of 1.0. Support ended on 31 August 2023, and since December 2023 a request in this
 * format may be answered with an error: use `trackEvent` of 2.0, which has the same path. A 200 says that the request
 * has arrived, not that the event is good.
 *
 * `POST /events`
 *
 * @deprecated
 */
export declare const trackEvent: OperationOf<CommandersActV1Client['trackEvent']>;
