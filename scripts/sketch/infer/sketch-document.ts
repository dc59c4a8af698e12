import type { Json, JsonObject } from '../../base/json.ts';
import { MARK } from '../marks.ts';
import type { RequestSample } from '../sample.ts';
import { toCalls, type SeenCall } from './calls.ts';
import { nameCall } from './call-names.ts';
import { sketchBody, newPool, sketchResponses } from './contents.ts';
import { credentialsIn } from './credentials-seen.ts';
import { parametersOf } from './parameters.ts';

/** A description of what was seen, in OpenAPI 3.1, with marks where more is concluded than that. */
export function sketchDocument(samples: readonly RequestSample[], title: string): JsonObject {
  const seen = new Map(samples.map((sample) => [sample, credentialsIn(sample)]));
  const secrets = new Set([...seen.values()].flatMap((it) => it.secrets));
  const schemes = new Map([...seen.values()].flatMap((it) => [...it.schemes]));
  const { calls, basePath, origins } = toCalls(samples);
  const pool = newPool(secrets);
  const paths: Record<string, Record<string, Json>> = {};
  const taken = new Set<string>();
  const main = mainOrigins(calls, origins);
  for (const call of calls) {
    const { operationId, summary, thing, isList, tag } = nameCall(
      call.method,
      call.path,
      nameOf(call),
    );
    const id = free(operationId, taken);
    const body = sketchBody(call, thing, pool);
    const operation: JsonObject = {
      operationId: id,
      tags: [groupOf(call) ?? tag],
      summary,
      security: securityOf(call, (it) => seen.get(it)?.schemes ?? new Map()),
      ...parametersOf(call, secrets),
      ...(body && { requestBody: body }),
      responses: sketchResponses(call, { thing, isList }, pool),
      ...(call.variables.size > 0 && { [MARK]: ['ids'] }),
    };
    const item = (paths[call.path] ??= {});
    if (!call.origins.some((it) => main.includes(it)) && main.length > 0) {
      item['servers'] = call.origins.map((it) => serverOf(it, basePath));
    }
    item[call.method] = operation;
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1.0.0' },
    servers: main.map((it) => serverOf(it, basePath)),
    paths,
    components: {
      securitySchemes: Object.fromEntries(schemes),
      schemas: pool.schemas(),
    },
  };
}

/** The origin with the most operations, and those that serve one of the same as well. */
function mainOrigins(calls: readonly SeenCall[], origins: readonly string[]): readonly string[] {
  const [first = ''] = origins;
  const own = calls.filter((it) => it.origins.includes(first));
  return origins.filter((origin) => own.some((it) => it.origins.includes(origin)));
}

function serverOf(origin: string, basePath: string): JsonObject {
  return { url: `${origin}${basePath}` };
}

function nameOf({ samples }: SeenCall): string | undefined {
  return samples.find(({ name }) => name !== undefined)?.name;
}

function groupOf({ samples }: SeenCall): string | undefined {
  return samples.find(({ group }) => group !== undefined)?.group;
}

function free(name: string, taken: Set<string>): string {
  let found = name;
  for (let count = 2; taken.has(found); count += 1) found = `${name}${count}`;
  taken.add(found);
  return found;
}

/** Each set of schemes that a request had and was not refused with; none where one without any was served. */
function securityOf(
  call: SeenCall,
  schemesOf: (sample: RequestSample) => ReadonlyMap<string, JsonObject>,
): Json {
  const served = call.samples.filter(
    ({ answer }) => answer?.status !== 401 && answer?.status !== 403,
  );
  const sets = (served.length > 0 ? served : call.samples).map((it) =>
    [...schemesOf(it).keys()].toSorted(),
  );
  const unique = [...new Map(sets.map((it) => [it.join(' '), it])).values()];
  if (unique.every((it) => it.length === 0)) return [];
  return unique.map((names) => Object.fromEntries(names.map((name) => [name, []])));
}
