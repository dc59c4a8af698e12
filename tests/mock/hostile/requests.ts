import * as fc from 'fast-check';
import { METHODS } from 'node:http';
import type { ApiModel, Operation } from '../../../scripts/core/api-model.ts';
import { objectOf, type Json } from '../../../scripts/core/json.ts';
import { credentialsOf, presentCredential } from '../../../scripts/mock/access/credentials.ts';
import type { Mount } from '../../../scripts/mock/mounts.ts';
import { hostileBodies } from './bodies.ts';

/** A request as a client would put it together; nothing in it need make sense. */
export interface HostileRequest {
  readonly method: string;
  /** Target of the request line. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | undefined;
}

const MEDIA_TYPES = [
  'application/json',
  'application/json',
  'APPLICATION/JSON ; charset=UTF-8',
  'application/json; charset=utf-16',
  'application/json; charset="utf-8"',
  'application/json;charset=',
  'application/vnd.api+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'text/plain',
  'text/html; level',
  'application/*',
  '*/*',
  'undefined',
  'null',
  'foo',
  'a/b;',
  'a/b/c',
  '/',
  ';',
  ',',
  '=',
  '*',
  'application/json, text/html',
  'image/png, foo',
  '*/*;q=0',
  'application/json;q=2',
  'text/html;q=0.5, */*;q=x',
  '__proto__',
  'x'.repeat(4000),
];
const SECRETS = [
  'Bearer',
  'Bearer ',
  'bearer  x  y',
  'Basic',
  'Basic !!!',
  'Basic AAAA',
  'Basic Og==',
  'Token x',
  'Digest username="x"',
  ' ',
  '__proto__',
  'a.b.c',
  '.',
];
const COOKIES = [
  '=',
  ';;;',
  'a',
  'a=b=c; =d',
  '__proto__=1',
  'a=%',
  'a="b',
  `a=${'x'.repeat(4000)}`,
];
const PREFERENCES = [
  'code=404',
  'code=200',
  'code=999',
  'code=99999999999',
  'code=__proto__',
  'example=__proto__',
  'example=',
  'dynamic=true',
  'dynamic=maybe',
  'dynamic=true, seed=7',
  'seed=',
  'outcome=failed',
  'code=204; example="a',
  ',;=',
];
const SEGMENTS = [
  '%00',
  '%',
  '%zz',
  '%c0%af',
  '%ed%a0%80',
  '%2e%2e',
  '%2f',
  '..',
  '.',
  '__proto__',
  'constructor',
  'x'.repeat(3000),
  '%f0%9f%92%a9',
  '-1',
  '0',
  '1e9',
  '{id}',
];

const visible = fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^!-~]/g, ''));
const segment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SEGMENTS) },
  { weight: 1, arbitrary: visible.map((it) => encodeURIComponent(it)) },
);

/** Requests about the operations of an API, each with something that might go wrong. */
export function hostileRequests(
  api: ApiModel,
  mounts: readonly Mount[],
): fc.Arbitrary<HostileRequest> {
  const own = mounts.filter((mount) => mount.api === api.name);
  return fc
    .constantFrom(...api.operations)
    .chain((operation) =>
      fc.record({
        method: methodOf(operation),
        target: targetOf(
          operation,
          own.map(({ basePath }) => basePath),
        ),
        headers: headersOf(api),
        secrets: secretsOf(api, operation),
        body: fc.option(hostileBodies(exampleOf(operation)), { freq: 6, nil: undefined }),
      }),
    )
    .map(({ method, target, headers, secrets, body }) => ({
      method,
      target:
        secrets.query === ''
          ? target
          : `${target}${target.includes('?') ? '&' : '?'}${secrets.query}`,
      headers: [
        ...secrets.headers,
        ...headers,
        ...(body?.coding === undefined ? [] : [['content-encoding', body.coding] as const]),
      ],
      body: body?.bytes,
    }));
}

function methodOf({ method }: Operation): fc.Arbitrary<string> {
  const others = METHODS.filter((it) => it !== 'CONNECT');
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(method.toUpperCase()) },
    { weight: 1, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', ...others) },
  );
}

function targetOf({ path, parameters }: Operation, bases: readonly string[]) {
  const query = parameters.filter((it) => it.in === 'query').map(({ name }) => name);
  const pair = fc
    .tuple(
      fc.oneof(fc.constantFrom('__proto__', 'a[b]', '', ...query), visible.map(encodeURIComponent)),
      fc.oneof(segment, fc.constant('')),
    )
    .map(([name, value]) => `${name}=${value}`);
  const filled = fc
    .array(
      fc.oneof({ weight: 2, arbitrary: fc.constant('1') }, { weight: 1, arbitrary: segment }),
      {
        minLength: 6,
        maxLength: 6,
      },
    )
    .map((values) => {
      let next = 0;
      return path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
        const known = parameters.find((it) => it.in === 'path' && it.name === name)?.examples[0];
        const value = values[(next += 1) % values.length] ?? '';
        return value === '1' ? encodeURIComponent(String(known?.value ?? 1)) : value;
      });
    });
  return fc
    .tuple(
      fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...bases) },
        { weight: 1, arbitrary: fc.constantFrom('', ...bases.map((it) => it.slice(0, -1))) },
      ),
      fc.oneof(
        { weight: 12, arbitrary: filled },
        { weight: 1, arbitrary: segment.map((it) => `/${it}`) },
      ),
      fc.array(pair, { maxLength: 3 }),
    )
    .map(([base, rest, pairs]) => `${base}${rest}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`);
}

/** Mostly a credential that lets in, so that later stages have their turn. */
function secretsOf(api: ApiModel, { security }: Operation) {
  const known = credentialsOf(api).filter(({ expires }) => expires === undefined);
  const names = [...(security[0]?.keys() ?? [])];
  const lines = names.flatMap((name) => {
    const scheme = api.securitySchemes.get(name);
    const credential = known.find((it) => it.scheme === name && it.access === 'write');
    return scheme && credential ? [presentCredential(scheme, credential)] : [];
  });
  const query = lines.filter((it) => it.startsWith('?')).map((it) => it.slice(1));
  const headers = lines.filter((it) => !it.startsWith('?')).map(toField);
  const wrong = fc.constantFrom(...SECRETS).map((it) => ({
    query: '',
    headers: [['authorization', it] as const, ...headers.map(([name]) => [name, it] as const)],
  }));
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant({ query: query.join('&'), headers }) },
    { weight: 1, arbitrary: wrong },
    { weight: 1, arbitrary: fc.constant({ query: '', headers: [] }) },
  );
}

function toField(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

function headersOf(api: ApiModel) {
  const parameters = api.operations.flatMap((it) => it.parameters);
  const documented = parameters.filter((it) => it.in === 'header').map(({ name }) => name);
  const values: Readonly<Record<string, readonly string[]>> = {
    'content-type': MEDIA_TYPES,
    accept: MEDIA_TYPES,
    cookie: COOKIES,
    prefer: PREFERENCES,
    'x-kiln-namespace': ['a', '', '../..', '__proto__', 'x'.repeat(65)],
    'accept-encoding': ['gzip', '*', 'identity;q=0'],
    'if-match': ['*'],
    range: ['bytes=0-1'],
    ...Object.fromEntries(documented.map((name) => [name.toLowerCase(), ['', '__proto__', '-1']])),
  };
  const field = fc.constantFrom(...Object.keys(values)).chain((name) => {
    const chosen = fc.oneof(fc.constantFrom(...(values[name] ?? [''])), visible);
    return chosen.map((value) => [name, value] as const);
  });
  const typed = fc.constant([['content-type', 'application/json'] as const]);
  return fc.oneof(
    { weight: 4, arbitrary: typed },
    { weight: 3, arbitrary: fc.uniqueArray(field, { maxLength: 5, selector: ([name]) => name }) },
  );
}

function exampleOf({ body }: Operation): Json {
  const media = body?.content.find(({ examples }) => examples.length > 0);
  return media?.examples[0]?.value ?? objectOf(undefined);
}
