import { isObject, stringOf, textOf } from '../../base/json.ts';
import type { Arrival } from '../http/arrival.ts';
import { targetOf } from '../http/target.ts';
import { misuse } from './problem.ts';

const USAGE =
  'Send {"method": "POST", "path": "/api/v1/things?x=1", "headers": {"name": "value"}, "body": …}; a body that is no string is sent as JSON.';

/** A request that nobody sent, from the body of `POST /explain`. */
export function parseHypothetical(described: unknown): Arrival {
  if (!isObject(described)) throw misuse(USAGE);
  const { method = 'GET', path, headers = {}, body, ...others } = described;
  const target = stringOf(path);
  const isUsable =
    typeof method === 'string' &&
    target?.startsWith('/') &&
    isObject(headers) &&
    Object.values(headers).every((value) => typeof value === 'string') &&
    Object.keys(others).length === 0;
  if (!isUsable || target === undefined) throw misuse(USAGE);
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.from(text ?? '');
  const fields = Object.entries(headers).map(([name, value]) => [
    name.toLowerCase(),
    textOf(value),
  ]);
  return {
    ...targetOf(target),
    method: method.toUpperCase(),
    headers: {
      host: 'localhost',
      ...(text !== undefined && text !== body && { 'content-type': 'application/json' }),
      ...(text !== undefined && { 'content-length': String(bytes.length) }),
      ...Object.fromEntries(fields),
    },
    address: '127.0.0.1',
    defect: undefined,
    readBytes: (limit) => Promise.resolve(bytes.length > limit ? 'too-large' : bytes),
  };
}
