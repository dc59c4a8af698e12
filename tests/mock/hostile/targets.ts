import * as fc from 'fast-check';
import type { Operation } from '../../../scripts/model/api-model.ts';
import { textOf } from '../../../scripts/base/json.ts';
import { visible } from './fields.ts';

/** Values that a path or a query would rather not hold. */
const SEGMENTS = [
  '%00',
  '%',
  '%zz',
  '%u0041',
  '%c0%af',
  '%ed%a0%80',
  '%2e%2e',
  '%252e%252e',
  '%2f',
  '%5c..%5c',
  '%0d%0aX-Injected:%201',
  '..',
  '.',
  '..;',
  ';a=b',
  '',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'x'.repeat(3000),
  '%41'.repeat(1500),
  '%f0%9f%92%a9',
  '%e2%80%ae',
  '%ef%bb%bf',
  '-1',
  '-0',
  '0',
  '1e9',
  'NaN',
  'null',
  '99999999999999999999999',
  '{id}',
  '*',
  "'--",
  '$%7b7*7%7d',
];

const QUERIES = [
  '',
  '&',
  '&&&',
  '=',
  '==',
  '%',
  '?',
  '?a=1?b=2',
  '__proto__[polluted]=1',
  'constructor.prototype.polluted=1',
  'a[]=1&a[]=2',
  'a[b][c]=1',
  'a=1&'.repeat(800),
  'x'.repeat(4000),
];

const segment = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SEGMENTS) },
  { weight: 1, arbitrary: visible.map((it) => encodeURIComponent(it)) },
);

/** What becomes of a path that an API knows: each way it looks like that path, or once did. */
const BENDS: readonly ((path: string) => string)[] = [
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => `${path}/.`,
  (path) => `${path}/..`,
  (path) => path.replaceAll('/', '//'),
  (path) => path.replaceAll('/', '/./'),
  (path) => path.replaceAll('/', '%2f'),
  (path) => path.replaceAll('/', '\\'),
  (path) => `/..${path}`,
  (path) => `/x/..${path}`,
  (path) => path.toUpperCase(),
  (path) => `${path};a=b`,
  (path) => `${path}%00`,
  (path) => `${path}.json`,
  (path) => `${path}#fragment`,
  (path) => path.replaceAll(/[a-z]/g, (it) => `%${it.charCodeAt(0).toString(16)}`),
  (path) => path.slice(0, -1),
];

/** Targets about an operation that is served under some paths. */
export function hostileTargets(
  { path, parameters }: Operation,
  bases: readonly string[],
): fc.Arbitrary<string> {
  const query = parameters.filter((it) => it.in === 'query').map(({ name }) => name);
  const name = fc.oneof(
    fc.constantFrom('__proto__', 'a[b]', '', ...query),
    visible.map(encodeURIComponent),
  );
  const pair = fc.tuple(name, fc.oneof(segment, fc.constant(''))).map((parts) => parts.join('='));
  const value = fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: segment },
  );
  const filled = fc.array(value, { minLength: 6, maxLength: 6 }).map((values) => {
    let next = 0;
    return path.replaceAll(/\{([^}]+)\}/g, (_, variable: string) => {
      const known = parameters.find((it) => it.in === 'path' && it.name === variable);
      next += 1;
      return (
        values[next % values.length] ?? encodeURIComponent(textOf(known?.examples[0]?.value ?? 1))
      );
    });
  });
  const bent = fc
    .tuple(filled, fc.constantFrom(...BENDS))
    .map(([straight, bend]) => bend(straight) || '/');
  const base = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...bases) },
    { weight: 1, arbitrary: fc.constantFrom('', ...bases.map((it) => it.slice(0, -1))) },
  );
  const rest = fc.oneof(
    { weight: 12, arbitrary: filled },
    { weight: 2, arbitrary: bent },
    { weight: 1, arbitrary: segment.map((it) => `/${it}`) },
  );
  const question = fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.array(pair, { maxLength: 3 }).map((it) => it.join('&')) },
    { weight: 1, arbitrary: fc.constantFrom(...QUERIES) },
  );
  return fc
    .tuple(base, rest, question)
    .map(([before, after, asked]) => `${before}${after}${asked === undefined ? '' : `?${asked}`}`);
}
