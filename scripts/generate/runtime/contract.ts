import type { WireField, WireXml } from '../../wire/wire-body.ts';
import type { WireParameter } from '../../wire/write-parameter.ts';

/** What the runtime needs of a description to send requests and to read answers. */
export interface Contract {
  /** Base URLs; requests go to the first unless the caller names another. */
  readonly servers: readonly string[];
  readonly schemes: Readonly<Record<string, SchemeContract>>;
  readonly operations: Readonly<Record<string, OperationContract>>;
  /** XML Objects of the bodies, which refer to each other by their places here. */
  readonly xml?: readonly XmlContract[];
  /** Where times are in values, by schemas that refer to each other by their places here. */
  readonly dateTimes?: readonly DateTimeContract[];
  /** `x-rate-limits`. */
  readonly rate?: RateContract | Pick<RateContract, 'headers'>;
  /** `x-session`. */
  readonly session?: SessionContract;
  readonly webhooks?: Readonly<Record<string, WebhookContract>>;
}

export const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
] as const;
export type Method = (typeof METHODS)[number];

export interface OperationContract {
  readonly method: string;
  /** Base URL of a server that only some operations have; the API's first one when left out. */
  readonly server?: string;
  readonly path: string;
  readonly parameters: readonly ParameterContract[];
  /** Media types of the request body; the first is sent unless the caller names another. */
  readonly content: readonly string[];
  /** What is said of bodies beside their media types, by these. */
  readonly bodies?: Readonly<Record<string, BodyContract>>;
  /** Media types by status, range (`4XX`) or `default`. */
  readonly responses: Readonly<Record<string, readonly string[]>>;
  /** Where times are in answers: places in the contract's list, by status and media type. */
  readonly dateTimes?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Alternatives of schemes that are needed together; none where the operation is public. */
  readonly security: readonly (readonly string[])[];
  /** `x-access`: what a credential must be allowed to do. */
  readonly access?: 'read' | 'write';
  /** It only reads, whatever its method: to send it twice does no harm. */
  readonly isRead?: true;
  /** Category of `x-rate-limits`. */
  readonly rate?: string;
  /** `x-limits`, in bytes. */
  readonly limits?: LimitsContract;
  /** `x-idempotency`: the header that takes a key. */
  readonly idempotencyKey?: string;
  /** `x-pagination`. */
  readonly pages?: PagesContract;
  /** `x-async`. */
  readonly work?: WorkContract;
  /** The one list of its body that is limited in length or in bytes. */
  readonly batch?: BatchContract;
}

/** Where answers tell of quotas. */
export interface RateHeaders {
  readonly limit?: string;
  readonly remaining?: string;
  readonly reset?: string;
  readonly resetUnit?: 'unix-seconds' | 'delta-seconds';
  readonly retryAfter?: string;
}

/** `x-rate-limits`: a window in seconds, and requests in it by category and plan. */
export interface RateContract {
  readonly partition: 'credential' | 'address';
  readonly window: number;
  readonly headers: RateHeaders;
  readonly quotas: Readonly<Record<string, Readonly<Record<string, number | 'custom'>>>>;
}

/** `x-session`: which operation issues the credential of a scheme, and for how many seconds. */
export interface SessionContract {
  readonly scheme: string;
  readonly lifetime: number;
  readonly issuedBy: string;
  /** Pointer into the answer; the cookie of the scheme when left out. */
  readonly token?: string;
}

export interface LimitsContract {
  readonly bodyBytes?: number;
  readonly itemBytes?: number;
  readonly itemsAt?: string;
}

/** `x-pagination`: places are names of parameters, or pointers into the body. */
export interface PagesContract {
  readonly style: 'page' | 'offset' | 'cursor' | 'link';
  readonly in: 'query' | 'body';
  readonly size?: string;
  /** What takes the page, the offset or the cursor. */
  readonly place?: string;
  readonly first?: number;
  /** Where an answer holds the next cursor. */
  readonly next?: string;
  /** Where an answer holds the items; unknown when left out. */
  readonly items?: string;
  /** How many items a page has where the request does not say. */
  readonly usual?: number;
}

/** `x-async`: how the end of accepted work is found. */
export interface WorkContract {
  readonly id: string;
  readonly statusOperation: string;
  readonly parameter: string;
  readonly in: WireParameter['in'];
  readonly state: string;
  readonly pending: readonly string[];
  readonly succeeded: readonly string[];
  readonly failed: readonly string[];
}

export interface BatchContract {
  /** Pointer into the body; `#` where the body is the list. */
  readonly at: string;
  readonly maxItems?: number;
}

export interface WebhookContract {
  readonly method: string;
  /** The status that lets what is about to happen go on (`x-veto`), or that takes the webhook. */
  readonly accept: number;
  /** The status that stops it; left out where the sender asks nothing. */
  readonly veto?: number;
  /** Where times are in what it brings: a place in the contract's list. */
  readonly dateTimes?: number;
}

/** Where a value of a schema has times, and what is inside of it: places in the contract's list. */
export interface DateTimeContract {
  /** Whether it is a time itself where it is a text. */
  readonly isTime?: boolean;
  /** Of the first items of a list; null where one has no time. */
  readonly first?: readonly (number | null)[];
  readonly items?: number;
  /** By their names; null where one has no time, and others have. */
  readonly members?: Readonly<Record<string, number | null>>;
  readonly others?: number;
}

/** Parameter Object (OpenAPI 3.1.1, section 4.8.12); what is left out has its default. */
export interface ParameterContract {
  readonly name: string;
  readonly in: WireParameter['in'];
  readonly style?: WireParameter['style'];
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  /** The parameter has `content` of this media type in the place of a schema. */
  readonly mediaType?: string;
  /** The value is all of the query, without a name (OpenAPI 3.2.0, section 4.12.1). */
  readonly isWholeQuery?: boolean;
}

/** Media Type Object (OpenAPI 3.1.1, section 4.8.14), as far as a writer needs it. */
export interface BodyContract {
  readonly fields?: Readonly<Record<string, FieldContract>>;
  readonly xml?: number;
}

export type FieldContract = Omit<WireField, 'xml'> & { readonly xml?: number };

export type XmlContract = Omit<WireXml, 'items' | 'properties'> & {
  readonly items?: number;
  readonly properties?: Readonly<Record<string, number>>;
};

/** Where a credential goes; the connection itself carries one of kind `transport` (mutual TLS). */
export type SchemeContract =
  | {
      readonly kind: 'key';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      /** A word before the secret, such as `Bearer`. */
      readonly prefix?: string;
    }
  | { readonly kind: 'basic' }
  | { readonly kind: 'transport' };
