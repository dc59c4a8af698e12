import type { Json, JsonObject } from '../../base/json.ts';
import type { SeenCall } from './calls.ts';
import { isKeyHeader, isKeyQuery } from './credentials-seen.ts';
import { hideSecrets } from './secrets.ts';

/** Headers that every client sends, or that say how the message itself is written. */
const OF_TRANSPORT =
  /^(:|accept|content-|host$|connection$|user-agent$|referer$|origin$|cookie$|authorization$|cache-control$|pragma$|dnt$|te$|priority$|upgrade|sec-|if-modified|x-forwarded|x-requested-with$|x-client-data$|x-real-ip|x-amz-|x-b3|traceparent$|tracestate$|postman-|date$|via$|forwarded$|expect$|range$|keep-alive|proxy-|transfer-encoding|trailer)/i;

/** What a call takes besides its body; credentials are none of it. */
export function parametersOf(call: SeenCall, secrets: ReadonlySet<string>): JsonObject {
  const parameters = [
    ...ofPath(call, secrets),
    ...ofQuery(call, secrets),
    ...ofHeaders(call, secrets),
  ];
  return parameters.length > 0 ? { parameters } : {};
}

function ofPath({ variables }: SeenCall, secrets: ReadonlySet<string>): JsonObject[] {
  return [...variables].map(([name, ids]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...shown(ids, secrets, name),
  }));
}

function ofQuery({ queries }: SeenCall, secrets: ReadonlySet<string>): JsonObject[] {
  const fields = queries.flat().filter(([name]) => name !== '' && !isKeyQuery(name));
  const byName = Map.groupBy(fields, ([name]) => name);
  return [...byName].map(([name, seen]) => {
    const values = seen.map(([, value]) => value);
    const isList = queries.some((query) => query.filter(([it]) => it === name).length > 1);
    const isFigure = values.every((it) => /^-?\d{1,15}$/.test(it)) && FIGURE.test(name);
    const schema: JsonObject = { type: isFigure ? 'integer' : 'string' };
    if (isList) {
      const list = { type: 'array', items: schema };
      return { name, in: 'query', style: 'form', explode: true, schema: list };
    }
    return { name, in: 'query', schema, ...shown(values, secrets, name, isFigure) };
  });
}

/** What counts things: of any other name digits may well be letters tomorrow. */
const FIGURE =
  /^(page|limit|offset|size|skip|take|top|count|first|last|max|min|(per|page)[-_]?(page|size|number)|(max|min)[-_A-Z]\w*)$/i;

function ofHeaders({ samples }: SeenCall, secrets: ReadonlySet<string>): JsonObject[] {
  const fields = samples.flatMap(({ headers }) => headers);
  const own = fields.filter(([name]) => !OF_TRANSPORT.test(name) && !isKeyHeader(name));
  const byName = Map.groupBy(own, ([name]) => name.toLowerCase());
  return [...byName.values()].map((seen) => {
    const name = seen[0]?.[0] ?? '';
    const values = seen.map(([, value]) => value);
    return { name, in: 'header', schema: { type: 'string' }, ...shown(values, secrets, name) };
  });
}

/** The first value that its writer did not leave open. */
function shown(
  values: readonly string[],
  secrets: ReadonlySet<string>,
  name: string,
  isFigure = false,
): JsonObject {
  const value = values.find((it) => it !== '' && !/[{}]/.test(it));
  if (value === undefined) return {};
  const clean: Json = hideSecrets(value, secrets, name);
  return { examples: { shown: { value: isFigure ? Number(value) : clean } } };
}
