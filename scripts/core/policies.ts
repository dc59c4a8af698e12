import type { Pointer } from './json-pointer.ts';

/** Documented rules that JSON Schema cannot express; each is an `x-` extension of a description. */
export interface Policies {
  readonly rateLimits: RateLimitPolicy | undefined;
  readonly errors: ErrorPolicies;
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
  readonly resetUnit: 'unix-seconds' | 'delta-seconds';
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
  /** Other examples for particular fields: name of the offending field to name of the example. */
  readonly byField?: Readonly<Record<string, string>> | undefined;
  /** Where the envelope takes the facts of this refusal. */
  readonly detail?: ErrorDetail | undefined;
}

export interface ErrorDetail {
  readonly message?: Pointer | undefined;
  readonly field?: Pointer | undefined;
  readonly value?: Pointer | undefined;
}
