import type { Pointer } from '../base/json-pointer.ts';

export type { ResourcePolicy } from './resource-policy.ts';

/** Documented rules that JSON Schema cannot express; each is an `x-` extension of a description. */
export interface Policies {
  readonly rateLimits: RateLimitPolicy | undefined;
  readonly errors: ErrorPolicies;
  readonly session: SessionPolicy | undefined;
  readonly lifecycle: Lifecycle | undefined;
}

/** `x-session`: a credential that an operation issues and that ends by itself. */
export interface SessionPolicy {
  /** Name of the Security Scheme that the session satisfies. */
  readonly scheme: string;
  /** Seconds from its issue to its end. */
  readonly lifetime: number;
  /** Id of the operation that issues it. */
  readonly issuedBy: string;
  /** Where the issuing answer holds it; in `Set-Cookie` where the scheme takes a cookie. */
  readonly token?: Pointer | undefined;
}

/** `x-lifecycle` of an API, or of an operation; dates are `YYYY-MM-DD`. */
export interface Lifecycle {
  readonly deprecated?: string | undefined;
  readonly migrateBy?: string | undefined;
  /** The day from which it no longer works (RFC 8594). */
  readonly sunset?: string | undefined;
  /** An operation id, an API's name, or `<api>#<operationId>`. */
  readonly replacedBy?: string | undefined;
}

/** `x-limits`: sizes in bytes; what counts items stays in the schema. */
export interface SizeLimits {
  /** Bytes of the request body, after its content coding is undone. */
  readonly bodyBytes?: number | undefined;
  /** Bytes of the JSON text of each item of the array at `itemsAt`. */
  readonly itemBytes?: number | undefined;
  readonly itemsAt?: Pointer | undefined;
}

/** `x-async`: an accepted request that is worked off later. */
export interface AsyncPolicy {
  /** Where the answer names what to ask for. */
  readonly id: Pointer;
  readonly statusOperation: string;
  /** Parameter of the status operation that takes the id. */
  readonly parameter: string;
  /** Where the status operation's answer names the state. */
  readonly state: Pointer;
  readonly pending: readonly string[];
  readonly succeeded: readonly string[];
  readonly failed: readonly string[];
}

/** `x-pagination`: how a list is walked. */
export type Pagination = NumberedPagination | OffsetPagination | CursorPagination | LinkPagination;
export const PAGINATION_STYLES = ['page', 'offset', 'cursor', 'link'] as const;

interface Paged {
  readonly in: 'query' | 'body';
  /** How many items a page has: a parameter's name, or a pointer into the body. */
  readonly size: string;
}

/** Pages have numbers. */
interface NumberedPagination extends Paged {
  readonly style: 'page';
  /** Parameter's name, or a pointer into the body. */
  readonly page: string;
  /** Number of the first page. */
  readonly first: number;
}

/** A page begins after so many items. */
interface OffsetPagination extends Paged {
  readonly style: 'offset';
  /** Parameter's name, or a pointer into the body. */
  readonly offset: string;
}

/** Each answer tells what to ask for the next page with. */
interface CursorPagination extends Paged {
  readonly style: 'cursor';
  /** What takes the cursor: a parameter's name, or a pointer into the body. */
  readonly cursor: string;
  /** Where an answer holds the next one; on the last page it is not there, null or empty. */
  readonly next: Pointer;
}

/** Each answer has a `Link` to the next page, with the relation `next` (RFC 8288). */
interface LinkPagination extends Paged {
  readonly style: 'link';
  readonly in: 'query';
}

/** `x-idempotency`: a request that is sent again with its key is not carried out again. */
export interface IdempotencyPolicy {
  /** Name of the header parameter that takes the key. */
  readonly header: string;
  /** Seconds for which a key is remembered. */
  readonly lifetime: number;
  /** What the same key with the same request is answered: the first answer, or a refusal of this status. */
  readonly repeated: 'replayed' | number;
  /** Status of the refusal of a key that comes with another request. */
  readonly mismatched: number;
}

/** `x-conditional`: entity tags, and requests that depend on them (RFC 9110, section 13). */
export interface ConditionalPolicy {
  /** How the tags compare (RFC 9110, section 8.8.3.2). */
  readonly etag: 'strong' | 'weak';
  /** Set where `If-None-Match` of the present tag is answered 304. */
  readonly ifNoneMatch?: 'honoured' | undefined;
  /** Set where `If-Match` of another tag is answered 412; without one it is 428 where it is required. */
  readonly ifMatch?: 'honoured' | 'required' | undefined;
}

/** `x-veto` of a webhook: what its receiver must answer for a write to go on. */
export interface Veto {
  readonly allow: number;
  /** Ids of the operations that wait for the answer. */
  readonly before: readonly string[];
  /** Where the webhook tells the changes, and where the thing as it was; at its root when left out. */
  readonly input?: Pointer | undefined;
  readonly previous?: Pointer | undefined;
}

/** `x-rate-limits`: quotas in the vocabulary of the IETF RateLimit header fields draft. */
export interface RateLimitPolicy {
  /** What has a quota of its own. */
  readonly partition: 'credential' | 'address';
  /** Length of the fixed window, in seconds. */
  readonly window: number;
  readonly headers: RateLimitHeaders;
  /** Requests per window: category, then plan. `custom` is agreed with each customer. */
  readonly quotas: Readonly<Record<string, Readonly<Record<string, number | 'custom'>>>>;
  readonly pointer: Pointer;
}

interface RateLimitHeaders {
  readonly limit?: string | undefined;
  readonly remaining?: string | undefined;
  readonly reset?: string | undefined;
  readonly resetUnit?: 'unix-seconds' | 'delta-seconds' | undefined;
  readonly retryAfter?: string | undefined;
}

/** The reasons for which a request can be refused, each with the status HTTP gives it (RFC 9110). */
export const ERROR_STATUSES = {
  malformed: 400,
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  notAcceptable: 406,
  tooLarge: 413,
  unsupportedMediaType: 415,
  rateLimited: 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ErrorKind = keyof typeof ERROR_STATUSES;
export const ERROR_KINDS = Object.keys(ERROR_STATUSES) as readonly ErrorKind[];

/** `x-errors`: how an API words each refusal. A kind left out takes HTTP's status. */
export type ErrorPolicies = Readonly<Partial<Record<ErrorKind, ErrorPolicy>>>;

export interface ErrorPolicy {
  readonly status: number;
  /** Name of the Response Object under `components/responses` whose example is the envelope. */
  readonly response: string;
  /** Named example of that response; the first one when left out. */
  readonly example?: string | undefined;
  /** The example where there is no such path, on `notFound` alone. */
  readonly noPath?: string | undefined;
  /** Other examples for particular fields: name of the offending field to name of the example. */
  readonly byField?: Readonly<Record<string, string>> | undefined;
  /** Where the envelope takes the facts of this refusal. */
  readonly detail?: ErrorDetail | undefined;
}

export interface ErrorDetail {
  readonly message?: Pointer | undefined;
  /** Takes the field as text, or as its segments where the example holds an array. */
  readonly field?: Pointer | undefined;
  /** Takes the message once more, beside the field. */
  readonly fieldMessage?: Pointer | undefined;
  readonly value?: Pointer | undefined;
}
