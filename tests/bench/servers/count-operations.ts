import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { toRouter } from '../../../scripts/model/router.ts';
import { EARLY, type Outcome } from './outcome.ts';
import type { TappedRequest } from './traffic-tap.ts';

type Counted = Pick<
  Outcome,
  'requests' | 'operations' | 'reached' | 'succeeded' | 'reachedEarly' | 'crashes'
>;

/** What the traffic shows of the operations: which were asked, answered with success, and broke. */
export function countOperations(
  { operations }: ApiModel,
  base: string,
  requests: readonly TappedRequest[],
): Counted {
  const route = toRouter(operations);
  const reached = new Set<string>();
  const early = new Set<string>();
  const succeeded = new Set<string>();
  const crashes = new Set<string>();
  requests.forEach(({ method, target, status = 0 }, index) => {
    const [path = ''] = target.split('?', 1);
    if (!path.startsWith(base)) return;
    const found = route(path.slice(base.length))?.operations.get(method.toLowerCase());
    if (!found) return;
    const label = `${method} ${found.path}`;
    reached.add(label);
    if (index < EARLY) early.add(label);
    if (status >= 200 && status < 400) succeeded.add(label);
    if (status >= 500) crashes.add(`${label} ${status}`);
  });
  return {
    requests: requests.length,
    operations: operations.length,
    reached: reached.size,
    reachedEarly: early.size,
    succeeded: succeeded.size,
    crashes: [...crashes].toSorted(),
  };
}
