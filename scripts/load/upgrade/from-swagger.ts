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
]);

function toComponents({ document, origins }: Swagger): JsonObject {
  const swagger = { document, origins };
  const media = mediaTypesOf({}, document);
  const parameters = Object.entries(objectOf(document['parameters']));
  const bodies = parameters.filter(([, it]) => placeOf(it) === 'body');
  const others = parameters.filter(
    ([, it]) => placeOf(it) !== 'body' && placeOf(it) !== 'formData',
  );
  const sections: [string, [string, Json][]][] = [
    ['schemas', Object.entries(objectOf(document['definitions']))],
    ['responses', entriesOf(document['responses'], (it) => toResponse(it, media, swagger))],
    ['parameters', others.map(([name, it]) => [name, toParameter(objectOf(it), origins)])],
    [
      'requestBodies',
      bodies.map(([name, it]) => [name, toRequestBody([objectOf(it)], media, swagger) ?? {}]),
    ],
    [
      'securitySchemes',
      entriesOf(document['securityDefinitions'], (it) => toSecurityScheme(it, origins)),
    ],
  ];
  const filled = sections.filter(([, named]) => named.length > 0);
  return Object.fromEntries(filled.map(([section, named]) => [section, withFreeNames(named)]));
}

function entriesOf(map: Json | undefined, convert: (value: JsonObject) => Json): [string, Json][] {
  return Object.entries(objectOf(map)).map(([name, value]) => [name, convert(objectOf(value))]);
}

function placeOf(parameter: Json): Json | undefined {
  return objectOf(parameter)['in'];
}

/** A component's name has letters, digits, and the signs `.`, `-` and `_` (OpenAPI 3.1.1, section 4.8.7.1). */
function withFreeNames(named: readonly [string, Json][]): JsonObject {
  const taken = new Set(named.map(([name]) => name));
  return Object.fromEntries(
    named.map(([name, value]) => {
      const plain = name.replaceAll(/[^a-zA-Z0-9._-]+/g, '_');
      if (plain === name) return [name, value];
      let free = plain;
      for (let number = 2; taken.has(free); number += 1) free = `${plain}-${number}`;
      taken.add(free);
      return [free, value];
    }),
  );
}
