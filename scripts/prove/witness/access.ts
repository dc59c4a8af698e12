import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { SecurityScheme } from '../../model/security.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { pairsOf } from './parameters.ts';
import type { RecordedRequest } from './recorded.ts';
import type { Sessions } from './sessions.ts';

/** Whoever a request shows to be, by the fixtures and by what was issued. */
export interface Client {
  readonly id: string;
  readonly access: 'read' | 'write';
  readonly plan: string | undefined;
  /** What a token was given for; everything where nobody says. */
  readonly scopes?: readonly string[] | undefined;
}

/**
 * Reads who sends a request: any of the alternatives, all of its schemes (OpenAPI 3.1.1, section
 * 4.8.30). `nobody` where what is shown suffices for none; undefined where none is asked for.
 */
export function clientOf(
  api: ApiModel,
  { security }: Operation,
  request: RecordedRequest,
  at: number,
  sessions: Sessions,
): Client | 'nobody' | undefined {
  for (const requirement of security) {
    const clients = [...requirement.keys()].map((name) => shown(api, name, request, at, sessions));
    const known = clients.filter((it) => it !== undefined);
    const [first] = known;
    if (!first || known.length < clients.length || !isOfOne(api, requirement.keys(), known))
      continue;
    const access = known.every((it) => it.access === 'write') ? 'write' : 'read';
    return { ...first, access };
  }
  const isOpen = security.length === 0 || security.some((it) => it.size === 0);
  return isOpen ? undefined : 'nobody';
}

/** Whether it can be told who is known: a scheme has fixtures, or what is shown for it was issued. */
export function isKnowable(
  { fixtures, securitySchemes }: ApiModel,
  { security }: Operation,
  request: RecordedRequest,
  sessions: Sessions,
): boolean {
  return security
    .flatMap((it) => [...it.keys()])
    .every((name) => {
      const scheme = securitySchemes.get(name);
      const secret = scheme && secretIn(scheme, request);
      const isIssued = secret !== undefined && sessions.wasIssued(secret);
      return isIssued || fixtures.credentials.some((it) => it.scheme === name);
    });
}

/** Halves of two pairs make none: what goes together in the fixtures shares its id. */
function isOfOne(api: ApiModel, names: Iterable<string>, clients: readonly Client[]): boolean {
  const schemes = [...names];
  const isPaired = ({ id }: Client) =>
    schemes.every((scheme) =>
      api.fixtures.credentials.some((it) => it.id === id && it.scheme === scheme),
    );
  return new Set(clients.filter(isPaired).map(({ id }) => id)).size < 2;
}

function shown(
  api: ApiModel,
  name: string,
  request: RecordedRequest,
  at: number,
  sessions: Sessions,
): Client | undefined {
  const scheme = api.securitySchemes.get(name);
  const secret = scheme && secretIn(scheme, request);
  if (secret === undefined) return undefined;
  if (sessions.isOpen(name, secret, at)) return { id: secret, access: 'write', plan: undefined };
  const fixture = api.fixtures.credentials.find((it) => it.scheme === name && it.value === secret);
  const isOver = fixture?.expires !== undefined && Date.parse(fixture.expires) <= at;
  return isOver ? undefined : fixture;
}

/** What a request carries for a scheme; undefined where that is nothing, or nothing that can be read. */
function secretIn(scheme: SecurityScheme, { headers, query }: RecordedRequest): string | undefined {
  if (scheme.type !== 'apiKey') {
    const word = scheme.type === 'http' ? scheme.scheme : 'bearer';
    const value = afterWord(headers['authorization'], word);
    return word === 'basic' && value !== undefined ? atob(value) : value;
  }
  const { in: location, name, prefix } = scheme;
  if (location === 'header') {
    const value = headers[name.toLowerCase()];
    return prefix === undefined ? value : afterWord(value, prefix);
  }
  const pairs =
    location === 'query' ? pairsOf(query, '&') : pairsOf(headers['cookie'] ?? '', /;\s*/);
  return pairs.find(([key]) => key === name)?.[1];
}

function afterWord(value: string | undefined, word: string): string | undefined {
  const [first = '', ...rest] = (value ?? '').split(' ');
  const isMeant = first.toLowerCase() === word.toLowerCase() && rest.length === 1;
  return isMeant ? rest[0] : undefined;
}

/** Where a description asks for a credential. */
export function securityClause({ document }: ApiModel, { pointer }: Operation): Pointer {
  const own = append(pointer, 'security');
  return valueAt(document, own) === undefined ? '#/security' : own;
}
