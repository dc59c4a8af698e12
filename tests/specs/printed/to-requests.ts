import { isObject, objectOf, type Json, type JsonObject } from '../../../scripts/base/json.ts';
import { withoutSecrets } from '../../../scripts/faults/credential-parts.ts';
import { exampleRequest } from '../../../scripts/faults/example-request.ts';
import type { RequestDraft } from '../../../scripts/faults/operator.ts';
import type { ApiModel, Operation } from '../../../scripts/model/api-model.ts';
import { variablesOf } from '../../../scripts/model/path-variables.ts';
import { toRouter } from '../../../scripts/model/router.ts';
import { credentialsOf, presentCredential } from '../../../scripts/wire/credentials.ts';
import type { Flaw } from './literal.ts';
import type { Listed } from './read-printed.ts';

/** A request for the mock. */
export interface MockRequest {
  readonly method: string;
  /** A URL at the server, or a path with or without its base path. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Of a request that is printed in parts the rest is that of the description's example. */
const PARTS: readonly string[] = ['header', 'key', 'parts'];

/** The request to the letter: variables and placeholders as they are printed, and the flaws of the body, too. */
export function verbatim(
  api: ApiModel,
  operation: Operation | undefined,
  listed: Listed,
): MockRequest {
  const { printed, completed = {} } = listed;
  const method = printed.method ?? completed.method ?? operation?.method.toUpperCase() ?? 'GET';
  if (operation && PARTS.includes(printed.as)) {
    const { path, query, headers, body } = withoutSecretHeaders(api, exampleOf(api, operation));
    return {
      method,
      address: withQuery(path, query),
      headers: { ...headers, ...printed.headers },
      body,
    };
  }
  const value = bodyOf(listed);
  const text = value === undefined ? undefined : flawed(JSON.stringify(value), printed.flaws ?? []);
  const isAddress = !['call', 'event'].includes(printed.as);
  return {
    method,
    address: completed.address ?? (isAddress ? printed.address : operation?.path) ?? '/',
    headers: { ...(text !== undefined && mediaOf(listed)), ...printed.headers },
    body: text,
  };
}

/**
 * The request as it is meant: variables have the values of the description's examples, a placeholder of a key is
 * one, and what is not printed is that of an example.
 */
export function meant(
  api: ApiModel,
  operation: Operation,
  listed: Listed,
  isFlawed = false,
): MockRequest {
  const own = verbatim(api, operation, listed);
  const example = exampleOf(api, operation);
  const values = toRouter([operation])(example.path)?.variables;
  const names = variablesOf(operation.path).map((name) => values?.get(name) ?? name);
  const [path = '', query = example.query] = filled(own.address, names).split('?');
  const body = isFlawed ? own.body : (mended(listed) ?? example.body);
  const { as, address = '' } = listed.printed;
  return {
    ...own,
    address: withQuery(path, query),
    headers: {
      ...example.headers,
      ...(bodyOf(listed) !== undefined && mediaOf(listed)),
      ...(as === 'key' && keyHeader(api, address)),
    },
    body,
  };
}

function exampleOf(api: ApiModel, operation: Operation): RequestDraft {
  const example = exampleRequest(api, operation);
  if (!example) throw new Error(`${operation.id} has no valid example`);
  return example;
}

/** Secrets of a query stay: a document that prints its parameters by their names prints them all. */
function withoutSecretHeaders(api: ApiModel, draft: RequestDraft): RequestDraft {
  return { ...withoutSecrets(api, draft), query: draft.query };
}

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

/** What is printed of a key is how it begins; it goes where the first scheme of the description wants it. */
function keyHeader(api: ApiModel, start: string): Record<string, string> {
  const [name = ''] = api.securitySchemes.keys();
  const scheme = api.securitySchemes.get(name);
  const credential = credentialsOf(api).find(
    (it) => it.scheme === name && it.value.startsWith(start),
  );
  if (!scheme || !credential) throw new Error(`no key of ${api.name} begins with ${start}`);
  const [field = '', ...value] = presentCredential(scheme, credential).split(': ');
  return { [field.toLowerCase()]: value.join(': ') };
}

/** `{id}`, `[id]`, `:id` and `THE_ID`, in the order of the operation's variables. */
const VARIABLE =
  /\{[^{}]+\}|\[[^[\]]+\](?!\.)|(?<=\/):\w+|(?<=[^/:]:)\w+(?=$|\/)|(?<=\/)[A-Z]+_[A-Z_]+/g;

function filled(address: string, values: readonly string[]): string {
  let next = 0;
  const [, origin = '', local = ''] = /^(https?:\/\/[^/]+)?(.*)$/s.exec(address) ?? [];
  return `${origin}${local.replaceAll(VARIABLE, (printed) => values[next++] ?? printed)}`;
}

/** Whatever curl is not told otherwise it sends as a form; libraries say what they send. */
function mediaOf({ printed }: Listed): Record<string, string> {
  const said = Object.entries(printed.headers ?? {}).find(([name]) => /^content-type$/i.test(name));
  if (said) return { 'content-type': said[1] };
  const isForm = printed.as === 'curl';
  return { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' };
}

function bodyOf({ printed, wrap, at }: Listed): Json | undefined {
  if (printed.as !== 'call') return printed.body === undefined ? undefined : whole(printed.body);
  let body: Json = wrap ?? {};
  for (const [index, place] of (at ?? []).entries()) {
    const value = printed.arguments?.[index];
    if (place === '#') body = value ?? null;
    else if (place !== '' && value !== undefined)
      body = { ...(body as JsonObject), [place]: value };
  }
  return body;
}

function mended(listed: Listed): string | undefined {
  const body = bodyOf(listed);
  return body === undefined ? undefined : JSON.stringify(body);
}

/** Long texts are listed by their length; another of that length stands in for them. */
function whole(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(whole);
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(objectOf(value)).map(([name, it]) => [name, whole(it)]),
    );
  const [, length] =
    /^(\d+) characters, sha256 [0-9a-f]{64}$/.exec(typeof value === 'string' ? value : '') ?? [];
  return length === undefined ? value : 'QUJD'.repeat(Math.ceil(Number(length) / 4));
}

/** A body with what makes it no JSON. */
function flawed(text: string, flaws: readonly Flaw[]): string {
  return flaws.reduce((it, flaw) => {
    if (flaw === 'trailing-comma') return it.replace(/\}$/, ',}');
    return it.replace('{', flaw === 'comment' ? '{ // more\n' : '{ ..., ');
  }, text);
}
