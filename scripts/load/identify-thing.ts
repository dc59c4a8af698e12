import type { Operation } from '../model/api-model.ts';
import { successOf } from '../model/documented-response.ts';
import { objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { append, pointerOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { shapeAt } from '../values/schema-shape.ts';
import { idProperty } from '../model/id-property.ts';
import type { ThingPaths } from './thing-paths.ts';
import { isSameKind, jsonAnswerOf, thingPlace } from './thing-places.ts';

/** Which property is the id, and where an answer to who reads one thing holds it. */
export function identifyThing(
  document: JsonObject,
  { segment, variable }: ThingPaths,
  read: Operation,
  creating: Operation | undefined,
): { readonly id: string; readonly item: Pointer; readonly isGuess?: true } | undefined {
  const parameter = read.parameters.find((it) => it.in === 'path' && it.name === variable);
  const linked = creating && linkedProperty(document, creating, read, variable);
  const idIn = (properties: JsonObject) => {
    const found =
      linked === undefined
        ? idProperty(Object.keys(properties), { variable, segment })
        : { id: linked };
    const isHere = found !== undefined && Object.hasOwn(properties, found.id);
    return isHere && isSameKind(document, parameter?.schema, properties[found.id])
      ? found
      : undefined;
  };
  const { schema } = jsonAnswerOf(read) ?? {};
  const item = thingPlace(document, schema, segment, (it) => idIn(it) !== undefined);
  const found = item && idIn(shapeAt(document, schema, item).properties);
  return found && { ...found, item };
}

/** The property that a Link Object of the creating answer gives as the variable (OpenAPI 3.1.1, section 4.8.20). */
function linkedProperty(
  document: JsonObject,
  creating: Operation,
  { id, pointer }: Operation,
  variable: string,
): string | undefined {
  const response = successOf(creating)?.response;
  const links = objectOf(response && valueAt(document, append(response.pointer, 'links')));
  for (const it of Object.values(links)) {
    const { operationId, operationRef, parameters } = resolved(document, it);
    const isToRead =
      operationId === id || pointerOf(stringOf(operationRef) ?? '#?').startsWith(pointer);
    const expression = objectOf(parameters)[variable] ?? objectOf(parameters)[`path.${variable}`];
    const place = /^\$response\.body#(\/.+)$/.exec(stringOf(expression) ?? '')?.[1];
    if (isToRead && place !== undefined) return tokensOf(`#${place}`).at(-1);
  }
  return undefined;
}

function resolved(document: JsonObject, node: Json): JsonObject {
  const ref = stringOf(objectOf(node)['$ref']);
  return objectOf(ref?.startsWith('#') ? valueAt(document, pointerOf(ref)) : node);
}
