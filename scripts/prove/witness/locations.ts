import type { ApiModel } from '../../model/api-model.ts';
import { textOf } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { jsonIn } from './content.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

const BASE = 'http://base.invalid';

/** Whether `Location` of what was created leads to it (`x-resource`; RFC 9110, section 15.3.2). */
export function locationObjections(
  api: ApiModel,
  { request, response }: Recorded,
): readonly Objection[] {
  const { operation } = routeOf(api, request);
  const { resource, servers = [] } = operation ?? {};
  const { location } = response.headers;
  const header = operation?.responses
    .find(({ status }) => status === '201')
    ?.headers.find(({ name }) => name.toLowerCase() === 'location');
  if (resource?.action !== 'create' || response.status !== 201 || !header || location === undefined)
    return [];
  const item = valueAt(jsonIn(response) ?? null, resource.item ?? '#');
  const id =
    item === undefined || resource.key === undefined ? undefined : valueAt(item, resource.key);
  if (id === undefined || !URL.canParse(location, BASE)) return [];
  const leads = servers.some(({ url, basePath }) => {
    const { href } = new URL(location, `${BASE}${basePath}${request.path}`);
    const start = [`${BASE}${basePath}`, url].find((it) => href.startsWith(`${it}/`));
    if (start === undefined) return false;
    const asked = { ...request, method: 'GET', path: href.slice(start.length) };
    const { operation: reader, variables } = routeOf(api, asked);
    const named = variables.get(reader?.resource?.id ?? '');
    return reader?.resource?.name === resource.name && named === textOf(id);
  });
  return leads ? [] : [{ clause: header.pointer, seen: `Location: ${location}, of ${textOf(id)}` }];
}
