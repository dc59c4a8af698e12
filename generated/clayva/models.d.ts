// Made by "kiln generate": change the description, not this.
import type { components } from './types.js';
/**
 * Facts about the event under names of your choice. Any value that JSON can hold is allowed.
 */
export type EventProperties = components['schemas']['EventProperties'];
/** The client library that sent the event. */
export type EventLibrary = components['schemas']['EventLibrary'];
/** The circumstances of the event. Other entries than `library` are allowed. */
export type EventContext = components['schemas']['EventContext'];
/**
 * One event to record. Only the name is required. Give `userId`, `anonymousId` or both, or nothing ties the event to a
 * person; the reference does not say that one of them must be there.
 */
export type EventInput = components['schemas']['EventInput'];
/** What every success has. */
export type SuccessEnvelope = components['schemas']['SuccessEnvelope'];
/** An event as Clayva keeps it. */
export type Event = components['schemas']['Event'];
/** The recorded event. */
export type TrackEventResponse = components['schemas']['TrackEventResponse'];
/** Facts about the refusal. Which ones there are depends on the code, and the list is open. */
export type ErrorDetails = components['schemas']['ErrorDetails'];
/** What went wrong. */
export type ErrorReport = components['schemas']['ErrorReport'];
/** The body of every refusal. */
export type ErrorEnvelope = components['schemas']['ErrorEnvelope'];
/** Events to record together. */
export type EventBatchInput = components['schemas']['EventBatchInput'];
/** The result of a batch. */
export type EventBatchResponse = components['schemas']['EventBatchResponse'];
/** One event. */
export type EventResponse = components['schemas']['EventResponse'];
/** What is known about the user, under names of your choice. */
export type UserTraits = components['schemas']['UserTraits'];
/** A user and what is known about them. Fields beyond these are allowed. */
export type IdentifyUserInput = components['schemas']['IdentifyUserInput'];
/**
 * A profile. The reference says that it holds traits and computed properties and names neither field, so every field is
 * optional here and others may come.
 */
export type User = components['schemas']['User'];
/** One profile. */
export type UserResponse = components['schemas']['UserResponse'];
/** The traits to change. Fields beyond these are allowed. */
export type UpdateUserInput = components['schemas']['UpdateUserInput'];
/**
 * A place for analytics data with its own settings. The reference names no field of it, so those below are our reading
 * and others may come.
 */
export type Workspace = components['schemas']['Workspace'];
/** The workspaces that the key opens. */
export type WorkspaceListResponse = components['schemas']['WorkspaceListResponse'];
/**
 * The workspace to make. The reference names no field of it; `name` is our reading and others are allowed.
 */
export type CreateWorkspaceInput = components['schemas']['CreateWorkspaceInput'];
/** One workspace. */
export type WorkspaceResponse = components['schemas']['WorkspaceResponse'];
export {};
