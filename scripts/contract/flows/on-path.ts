import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { PropertyScope } from '../property-scope.ts';

/** Operations that stand on one path of one server. */
export function onPath(
  { operations }: Pick<ApiModel, 'operations'>,
  { path, servers }: Operation,
): readonly Operation[] {
  const own = new Set(servers.map(({ url }) => url));
  return operations.filter((it) => it.path === path && it.servers.some(({ url }) => own.has(url)));
}

/** Why a path is not asked by a method of HTTP's own through this operation: only one of each path is. */
export function unlessFirstOnPath(
  { api, operation }: PropertyScope,
  own: 'options' | 'trace',
): string | undefined {
  const here = onPath(api, operation);
  if (here.some(({ method }) => method === own))
    return `${own.toUpperCase()} is documented, and tested, by itself`;
  return here[0] === operation ? undefined : 'another operation of the path is asked';
}
