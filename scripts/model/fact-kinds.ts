import type { ApiModel } from './api-model.ts';
import type { Citation } from './citations.ts';
import type { FactKind } from './evidence.ts';
import { tokensOf, type Pointer } from '../base/json-pointer.ts';

/** Tells what a claim is about from the parts of the description that rest on it. */
export function kindOfClaim(
  citations: readonly Citation[],
  landmarks: Landmarks,
): FactKind | undefined {
  const kinds = new Set(citations.map((citation) => kindOfCitation(citation, landmarks)));
  return TELLING.find((kind) => kinds.has(kind));
}

/** Where a claim backs several kinds of parts, the first of these says most about it. */
const TELLING = [
  'authentication',
  'limits',
  'errors',
  'lifecycle',
  'operations',
  'fields',
  'general',
] as const satisfies readonly FactKind[];

/** Pointers that no token of their own gives away. */
export interface Landmarks {
  readonly operations: ReadonlySet<Pointer>;
  readonly errors: ReadonlySet<Pointer>;
  /** Headers that tell how a quota stands. */
  readonly quotaHeaders: ReadonlySet<Pointer>;
}

export function landmarksOf({ operations, webhooks, policies }: ApiModel): Landmarks {
  const all = [...operations, ...webhooks];
  const responses = all.flatMap((operation) => operation.responses);
  const names = new Set(Object.values(policies.rateLimits?.headers ?? {}));
  const headers = responses.flatMap((response) => response.headers);
  return {
    operations: new Set(all.map(({ pointer }) => pointer)),
    errors: new Set(
      responses.filter(({ status }) => /^[45]/.test(status)).map(({ pointer }) => pointer),
    ),
    quotaHeaders: new Set(
      headers.filter(({ name }) => names.has(name)).map(({ pointer }) => pointer),
    ),
  };
}

function kindOfCitation({ node, keyword }: Citation, landmarks: Landmarks): FactKind {
  const tokens = tokensOf(node);
  const has = (words: ReadonlySet<string>) =>
    tokens.some((token) => words.has(token)) || (keyword !== undefined && words.has(keyword));
  if (has(AUTHENTICATION)) return 'authentication';
  if (has(LIMITS) || isWithin(node, landmarks.quotaHeaders)) return 'limits';
  if (tokens.includes('x-errors') || isWithin(node, landmarks.errors)) return 'errors';
  if (has(LIFECYCLE)) return 'lifecycle';
  const [first] = tokens;
  if (landmarks.operations.has(node) || tokens.includes('x-async')) return 'operations';
  if (tokens.includes('x-upstream') && first !== 'info') return 'operations';
  if (first === undefined || GENERAL.has(first)) return 'general';
  return 'fields';
}

function isWithin(pointer: Pointer, parts: ReadonlySet<Pointer>): boolean {
  return [...parts].some((part) => pointer === part || pointer.startsWith(`${part}/`));
}

const AUTHENTICATION: ReadonlySet<string> = new Set([
  'securitySchemes',
  'security',
  'x-session',
  'x-access',
]);

const LIMITS: ReadonlySet<string> = new Set([
  'x-rate-limits',
  'x-rate-limit',
  'x-limits',
  'x-pagination',
  'x-idempotency',
  'maximum',
  'exclusiveMaximum',
  'maxItems',
  'maxLength',
  'maxProperties',
]);

const LIFECYCLE: ReadonlySet<string> = new Set([
  'deprecated',
  'x-lifecycle',
  'x-sunset',
  'x-deprecated-since',
  'x-replaced-by',
]);

const GENERAL: ReadonlySet<string> = new Set(['info', 'servers', 'tags', 'externalDocs']);
