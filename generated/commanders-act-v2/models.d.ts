// Made by "kiln generate": change the description, not this.
import type { components } from './types.js';
/** What happened. The vendor has names for common events, and any other name is allowed. */
export type EventName = components['schemas']['EventName'];
/**
 * The person behind the event. Send what is known: destinations need it to recognise people. Each member may also be
 * sent hashed, with `_md5` or `_sha256` after its name and the hash in hexadecimal digits; where the plain value is
 * sent, no hash is needed. Other members are allowed.
 */
export type User = components['schemas']['User'];
/** Your own id of this event, such as a UUID. */
export type EventId = components['schemas']['EventId'];
/**
 * When it happened, in milliseconds since 1970-01-01T00:00:00Z, as a number or as the digits of one. Seconds, with their
 * ten digits, would be taken for a day in January 1970.
 */
export type EventTimestamp = components['schemas']['EventTimestamp'];
/** Size of the part of the page that shows, in pixels. Other members are allowed. */
export type Viewport = components['schemas']['Viewport'];
/** The page on which it happened. Other members are allowed. */
export type Page = components['schemas']['Page'];
/** The operating system of a device. Other members are allowed. */
export type DeviceOs = components['schemas']['DeviceOs'];
/** The screen of a device. Other members are allowed. */
export type DeviceScreen = components['schemas']['DeviceScreen'];
/** The connections of a device. Other members are allowed. */
export type DeviceNetwork = components['schemas']['DeviceNetwork'];
/**
 * The sessions and visits of an application, as an SDK counts them. Instants and lengths are in milliseconds. Other
 * members are allowed.
 */
export type DeviceLifecycle = components['schemas']['DeviceLifecycle'];
/**
 * The device on which it happened. The members from `sdk_id` on are what the SDKs for mobile applications add. Other
 * members are allowed.
 */
export type Device = components['schemas']['Device'];
/** The application in which it happened. Other members are allowed. */
export type App = components['schemas']['App'];
/** The circumstances of an event. Other members are allowed. */
export type EventContext = components['schemas']['EventContext'];
/**
 * An event. Beside the members below stand the facts about it, under names that belong to the event or are your own.
 * There is no `properties` object around them, as there was in 1.0.
 */
export type Event = components['schemas']['Event'];
/** The circumstances of an event of a batch. Other members are allowed. */
export type BatchEventContext = components['schemas']['BatchEventContext'];
/**
 * An event of a batch. It is built like the body of `trackEvent`, but for `event_timestamp`: the vendor's example of a
 * batch has it at the root, so it may stand there or in `context`.
 */
export type BatchEvent = components['schemas']['BatchEvent'];
/** Events to send together. Other members are allowed. */
export type EventBatch = components['schemas']['EventBatch'];
export {};
