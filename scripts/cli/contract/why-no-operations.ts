import type { ApiModel } from '../../model/api-model.ts';

/** Why a description has no operation that could be tested. */
export function whyNoOperations(api: ApiModel): string {
  const lost = lostOperations(api);
  if (lost > 0) return `all ${lost} were left aside`;
  const names = api.webhooks.map(({ path }) => path).slice(0, 5);
  if (names.length === 0) return 'it has no paths';
  return `it describes only webhooks, which the API sends itself: ${names.join(', ')}`;
}

/** Operations that were left aside, one by one or with their path. */
export function lostOperations({ aside }: ApiModel): number {
  return aside.filter(({ what }) => what === 'operation' || what === 'path').length;
}
