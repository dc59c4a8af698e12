import type { AnswersPolicy, RepeatsPolicy, SqlPolicy } from './resource-policy.ts';
import type { EvidenceLedger } from './evidence.ts';
import type { Fixtures } from './fixtures.ts';
import type { Json, JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { LeftAside } from './left-aside.ts';
import type {
  AsyncPolicy,
  ConditionalPolicy,
  ErrorPolicies,
  IdempotencyPolicy,
  Lifecycle,
  Pagination,
  Policies,
  ResourcePolicy,
  SizeLimits,
  Veto,
} from './policies.ts';
import type { PrintedAs } from './printed-as.ts';
import type { SecurityRequirement, SecurityScheme } from './security.ts';
import type { Server } from './server.ts';
import type { SourceLocation } from '../base/source-location.ts';

/** One description, resolved. Every stage after `load` reads this and never the YAML. */
export interface ApiModel {
  /** The description's folder name: its name on the command line and its mount in the mock. */
  readonly name: string;
  /** What says on a command line that this description is meant: its name, its path, or `name=path`. */
  readonly argument: string;
  readonly title: string;
  readonly version: string;
  /** Path of the handwritten root file. */
  readonly source: string;
  /** What the files are written in, where that is older than the document: `Swagger 2.0`, `OpenAPI 3.0.3`. */
  readonly upgradedFrom: string | undefined;
  /** The bundled document, OpenAPI 3.1 or 3.2, as far as it can be used: every `$ref` in it leads to a node of it. */
  readonly document: JsonObject;
  /** The same with all that was left aside, for those who show it. */
  readonly written: JsonObject;
  /** What cannot be used, in the order of lines; nothing else in the model has it. */
  readonly aside: readonly LeftAside[];
  /** The root's servers first, then those that only a path or an operation names. */
  readonly servers: readonly Server[];
  readonly operations: readonly Operation[];
  /** Requests that the API sends to its users (OpenAPI 3.1.1, section 4.8.1); `path` is the name. */
  readonly webhooks: readonly Operation[];
  readonly securitySchemes: ReadonlyMap<string, SecurityScheme>;
  readonly policies: Policies;
  /** `components/responses`, by name: the policies refer to them. */
  readonly responses: ReadonlyMap<string, DocumentedResponse>;
  readonly ledger: EvidenceLedger | undefined;
  readonly fixtures: Fixtures;
  readonly schemas: Schemas;
  /** Texts of the handwritten files that say all this, by path: the root, what it refers to, the ledger. */
  readonly files: ReadonlyMap<string, string>;
  /** The handwritten line behind a pointer into `document`. */
  readonly locate: (pointer: Pointer) => SourceLocation;
  /** Ids of the claims that back the node at a pointer, or its nearest ancestor that names any. */
  readonly claimsAt: (pointer: Pointer) => readonly string[];
}

/** The methods that any version has; OpenAPI 3.2 adds `query` and whatever a path calls its own. */
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

/** Operation Object (OpenAPI 3.1.1, section 4.8.10) with its path's parameters merged in. */
export interface Operation {
  readonly id: string;
  /** In small letters, as the fields of a Path Item Object are; a message has it in capitals. */
  readonly method: string;
  readonly path: string;
  /** Other spellings that the documents print: `x-documented-as`, here or on the path. */
  readonly printedAs: readonly PrintedAs[];
  readonly pointer: Pointer;
  /** Where it is served: its own servers, else its path's, else the root's. */
  readonly servers: readonly Server[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly tags: readonly string[];
  readonly deprecated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  readonly responses: readonly DocumentedResponse[];
  /** Alternatives, any of which suffices; none means that the operation is public. */
  readonly security: readonly SecurityRequirement[];
  /** `x-rate-limit`: category of the quota this operation is counted against. */
  readonly rateCategory: string | undefined;
  /** `x-access`: what a credential must be allowed to do. */
  readonly access: 'read' | 'write' | undefined;
  /** `x-limits` of the operation over those of the description. */
  readonly limits: SizeLimits;
  readonly async: AsyncPolicy | undefined;
  readonly pagination: Pagination | undefined;
  readonly idempotency: IdempotencyPolicy | undefined;
  readonly conditional: ConditionalPolicy | undefined;
  readonly resource: ResourcePolicy | undefined;
  readonly answers?: AnswersPolicy | undefined;
  readonly repeats?: readonly RepeatsPolicy[] | undefined;
  readonly sql?: SqlPolicy | undefined;
  /** What paths, methods and schemas say of that where no `x-resource` does; nobody is blamed by it. */
  readonly inferredResource?: ResourcePolicy | undefined;
  readonly lifecycle: Lifecycle;
  /** Requests that the API sends after it has answered this one; none of a webhook or of another callback. */
  readonly callbacks: readonly Callback[];
  /** `x-veto`, on a webhook. */
  readonly veto: Veto | undefined;
  /** `x-errors` of the operation over those of the description. */
  readonly errors: ErrorPolicies;
}

/** One operation of a Callback Object (OpenAPI 3.1.1, section 4.8.18). */
export interface Callback {
  readonly name: string;
  /** A runtime expression, or an address with some in braces. */
  readonly address: string;
  readonly operation: Operation;
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';
export type ParameterStyle =
  | 'matrix'
  | 'label'
  | 'simple'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject';

/** Parameter Object (OpenAPI 3.1.1, section 4.8.12), defaults of style and explode filled in. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** Reserved characters of RFC 3986, section 2.2, stand in a query value as they are. */
  readonly allowReserved: boolean;
  /** `name=` and `name` count as left out, whatever the schema says. */
  readonly allowEmptyValue: boolean;
  readonly pointer: Pointer;
  /** Of the value: the parameter's own, or that of its `content`. */
  readonly schema: Pointer | undefined;
  /** The one entry of `content`, by which the value is written in the place of `style`. */
  readonly content: MediaType | undefined;
  /** The value is all of the query, without a name (OpenAPI 3.2.0, section 4.12.1). */
  readonly isWholeQuery?: boolean;
  readonly examples: readonly Example[];
}

export interface RequestBody {
  readonly required: boolean;
  readonly pointer: Pointer;
  readonly content: readonly MediaType[];
}

/** Media Type Object (OpenAPI 3.1.1, section 4.8.14) under its media type or range. */
export interface MediaType {
  readonly mediaType: string;
  readonly pointer: Pointer;
  readonly schema: Pointer | undefined;
  readonly examples: readonly Example[];
  /** How properties of a form are written, by their names. */
  readonly encoding: ReadonlyMap<string, Encoding>;
}

/**
 * Encoding Object (OpenAPI 3.1.1, section 4.8.15). Where any of `style`, `explode` and `allowReserved`
 * is given, a property is written by them and `contentType` does not count.
 */
export interface Encoding {
  /** A media type or range, or several with commas between. */
  readonly contentType: string | undefined;
  readonly headers: readonly Header[];
  readonly style: ParameterStyle | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean | undefined;
  readonly pointer: Pointer;
}

export interface Example {
  readonly name: string;
  readonly value: Json;
  readonly pointer: Pointer;
}

/** Response Object (OpenAPI 3.1.1, section 4.8.17) under its status, range (`4XX`) or `default`. */
export interface DocumentedResponse {
  readonly status: string;
  readonly description: string;
  readonly pointer: Pointer;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
}

/** Header Object (OpenAPI 3.1.1, section 4.8.21), whose style is always `simple`. */
export interface Header {
  readonly name: string;
  readonly required: boolean;
  readonly explode: boolean;
  readonly pointer: Pointer;
  /** Of the value: the header's own, or that of its `content`. */
  readonly schema: Pointer | undefined;
  /** The one entry of `content`, by which the value is written. */
  readonly content: MediaType | undefined;
}

/** The description's schemas, compiled once as JSON Schema 2020-12. */
export interface Schemas {
  /**
   * Every constraint that the value breaks; none when it is valid. In a direction, properties that
   * go the other way only need not be there.
   */
  readonly check: (schema: Pointer, value: unknown, direction?: Direction) => readonly Breach[];
  /** What in a schema, and in all that it leads to, asserts nothing because it is not as it must be. */
  readonly flaws: (schema: Pointer) => readonly SchemaFlaw[];
}

/**
 * Which way a value goes: in a request what is `readOnly` may be left out, in a response what is
 * `writeOnly` must be. `either` is for what may be both, such as an example of a schema.
 */
export type Direction = 'request' | 'response' | 'either';

/** A keyword that asserts nothing, because its value is not what JSON Schema wants. */
export interface SchemaFlaw {
  readonly at: Pointer;
  readonly message: string;
}

/** One broken constraint. */
export interface Breach {
  /** Where in the value, as a JSON Pointer string (RFC 6901, section 5): empty for the whole. */
  readonly instance: string;
  /** Where in the description the constraint stands, down to its keyword. */
  readonly constraint: Pointer;
  readonly keyword: string;
  /** The keyword's value, such as 1000 for `maxItems: 1000`. */
  readonly expected: Json;
  readonly message: string;
}
