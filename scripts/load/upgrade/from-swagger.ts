import { arrayOf, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Origins } from './origins.ts';
import { toRequestBody } from './swagger-bodies.ts';
import { toParameter } from './swagger-parameters.ts';
import { toPaths } from './swagger-paths.ts';
import { toResponse } from './swagger-responses.ts';
import { toSecurityScheme } from './swagger-security.ts';
import { mediaTypesOf, toServers, type Swagger } from './swagger.ts';

/**
 * Gives a Swagger 2.0 description the shape of OpenAPI 3.0: servers, bodies, content, components. Schemas are
 * left as they are. References still say where their targets were.
 */
export function fromSwagger(document: JsonObject, origins: Origins): JsonObject {
  const swagger = { document, origins };
  const members = Object.entries(document).flatMap(([key, value]): [string, Json][] => {
    if (key === 'paths') return [[key, toPaths(objectOf(value), swagger)]];
    if (key === 'swagger') return [['openapi', value]];
    return GONE.has(key) ? [] : [[key, value]];
  });
  const servers = toServers(document, arrayOf(document['schemes']));
  const components = toComponents(swagger);
  return origins.note(
    document,
    Object.fromEntries([
      ...members.filter(([key]) => key === 'openapi' || key === 'info'),
      ...(servers.length > 0 ? [['servers', servers] as const] : []),
      ...members.filter(([key]) => key !== 'openapi' && key !== 'info'),
      ...(Object.keys(components).length > 0 ? [['components', components] as const] : []),
    ]),
  );
}

/** Fields of the root that have another place now. */
const GONE: ReadonlySet<string> = new Set([
  'host',
  'basePath',
  'schemes',
  'consumes',
  'produces',
  'definitions',
  'parameters',
  'responses',
  'securityDefinitions',
  'components',
]);

/** What stands in the root's maps, and under the components that bundling has made of other files. */
function toComponents({ document, origins }: Swagger): JsonObject {
  const swagger = { document, origins };
  const added = objectOf(document['components']);
  const media = mediaTypesOf({}, document);
  const parameters = entriesIn(document['parameters'], added['parameters']);
  const bodies = parameters.filter(([, it]) => placeOf(it) === 'body');
  const others = parameters.filter(
    ([, it]) => placeOf(it) !== 'body' && placeOf(it) !== 'formData',
  );
  const sections: [string, [string, Json][]][] = [
    ['schemas', entriesIn(document['definitions'], added['schemas'])],
    [
      'responses',
      converted(entriesIn(document['responses'], added['responses']), (it) =>
        toResponse(it, media, swagger),
      ),
    ],
    ['parameters', others.map(([name, it]) => [name, toParameter(objectOf(it), origins)])],
    [
      'requestBodies',
      bodies.map(([name, it]) => [name, toRequestBody([objectOf(it)], media, swagger) ?? {}]),
    ],
    [
      'securitySchemes',
      converted(entriesIn(document['securityDefinitions']), (it) => toSecurityScheme(it, origins)),
    ],
  ];
  const filled = sections.filter(([, named]) => named.length > 0);
  return Object.fromEntries(filled.map(([section, named]) => [section, withFreeNames(named)]));
}

function entriesIn(...maps: readonly (Json | undefined)[]): [string, Json][] {
  return maps.flatMap((map) => Object.entries(objectOf(map)));
}

function converted(
  entries: readonly [string, Json][],
  convert: (value: JsonObject) => Json,
): [string, Json][] {
  return entries.map(([name, value]) => [name, convert(objectOf(value))]);
}

function placeOf(parameter: Json): Json | undefined {
  return objectOf(parameter)['in'];
}

/** A component's name has letters, digits, and the signs `.`, `-` and `_` (OpenAPI 3.1.1, section 4.8.7.1). */
function withFreeNames(named: readonly [string, Json][]): JsonObject {
  const written = new Set(named.map(([name]) => name));
  const taken = new Set<string>();
  return Object.fromEntries(
    named.map(([name, value]) => {
      const plain = name.replaceAll(/[^a-zA-Z0-9._-]+/g, '_');
      const isFree = (it: string) => !taken.has(it) && (it === name || !written.has(it));
      let free = plain;
      for (let number = 2; !isFree(free); number += 1) free = `${plain}-${number}`;
      taken.add(free);
      return [free, value];
    }),
  );
}
