import type { ApiModel } from '../model/api-model.ts';
import { toRouter } from '../model/router.ts';
import type { Explanation } from '../result/second-opinion.ts';
import { renderLocation } from '../base/source-location.ts';
import type { SchemathesisFailure } from './read-report.ts';
import type { Addresses } from './retarget.ts';

/**
 * Explains failures by what went over the wire: an empty path parameter, or one with a slash, makes a
 * request to another path than the one that is blamed. Whatever the answer, it is not that operation's.
 */
export function toWireProof(
  api: ApiModel,
  addresses: Addresses,
): (failure: SchemathesisFailure) => Explanation | undefined {
  const router = toRouter(api.operations);
  // One address may be the beginning of another.
  const bases = [...addresses.values()].toSorted((left, right) => right.length - left.length);
  return ({ operation, exchange }) => {
    const url = exchange?.request.url;
    const base = bases.find((it) => url?.startsWith(`${it}/`));
    if (!exchange || url === undefined || base === undefined) return undefined;
    const [path = ''] = url.slice(base.length).split(/[?#]/, 1);
    const [, blamed = ''] = operation.split(' ', 2);
    const served = [...(router(path)?.operations.values() ?? [])];
    if (!api.operations.some((it) => it.path === blamed)) return undefined;
    if (served.some((it) => it.path === blamed)) return undefined;
    const sent = `sent: ${exchange.request.method} ${path}`;
    const [other] = served;
    const reason = other
      ? `The request is one to ${other.path}, by its path: a parameter's value made it so.`
      : 'The request is one to a path that the description does not have.';
    const place = other ? [`${renderLocation(api.locate(other.pointer))}  ${other.path}`] : [];
    return { verdict: 'false-alarm', reason, proof: [sent, ...place] };
  };
}
