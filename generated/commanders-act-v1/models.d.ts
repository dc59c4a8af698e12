// Made by "kiln generate": change the description, not this.
import type { components } from './types.js';
/** The person behind the event. Other members are allowed. */
export type User = components['schemas']['User'];
/**
 * Facts about the event, under names that belong to the event or are your own, and the user.
 */
export type EventProperties = components['schemas']['EventProperties'];
/** The page on which it happened. Other members are allowed. */
export type Page = components['schemas']['Page'];
/** The device on which it happened. Other members are allowed. */
export type Device = components['schemas']['Device'];
/**
 * The application in which it happened. The documentation names the member and, for 1.0, none of its fields.
 */
export type App = components['schemas']['App'];
/**
 * An event in the format of 1.0: facts about the event in `properties`, circumstances at the root. Other members are
 * allowed.
 */
export type Event = components['schemas']['Event'];
export {};
