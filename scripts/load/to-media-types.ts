import type {
  Encoding,
  Example,
  Header,
  MediaType,
  Parameter,
  ParameterStyle,
} from '../model/api-model.ts';
import { objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { append } from '../base/json-pointer.ts';
import { jsonOrNone } from '../base/json-text.ts';
import { isJsonType } from '../base/media-type.ts';
import { placeAt, type NodePlace } from './place-at.ts';

/** What a Parameter or Header Object says of its value: by `schema` and `style`, or by `content`. */
export function toParameterValue(
  document: JsonObject,
  place: NodePlace,
): Pick<Parameter, 'schema' | 'content' | 'examples'> {
  const [content] = toMediaTypes(document, place);
  const own = 'schema' in place.node ? append(place.pointer, 'schema') : undefined;
  const examples = examplesOf(document, place);
  return {
    schema: own ?? content?.schema,
    content,
    examples: examples.length > 0 ? examples : (content?.examples ?? []),
  };
}

/** What stands under media types, itself or by reference. */
export function toMediaTypes(document: JsonObject, { node, pointer }: NodePlace): MediaType[] {
  return Object.keys(objectOf(node['content'])).map((mediaType) => {
    const place = placeAt(document, append(pointer, 'content', mediaType));
    return {
      mediaType,
      pointer: place.pointer,
      schema: 'schema' in place.node ? append(place.pointer, 'schema') : undefined,
      examples: examplesOf(document, place, isJsonType(mediaType)),
      encoding: encodingOf(document, place),
    };
  });
}

function encodingOf(
  document: JsonObject,
  { node, pointer }: NodePlace,
): ReadonlyMap<string, Encoding> {
  const encodings = Object.entries(objectOf(node['encoding']));
  return new Map(
    encodings.map(([property, it]) => {
      const encoding = objectOf(it);
      const at = append(pointer, 'encoding', property);
      const headers = Object.keys(objectOf(encoding['headers']))
        // The part's own Content-Type is what `contentType` says (section 4.8.15.1).
        .filter((name) => name.toLowerCase() !== 'content-type')
        .map((name) => toHeader(document, name, placeAt(document, append(at, 'headers', name))));
      return [
        property,
        {
          contentType: stringOf(encoding['contentType']),
          headers,
          style: stringOf(encoding['style']) as ParameterStyle | undefined,
          explode: booleanOf(encoding['explode']),
          allowReserved: booleanOf(encoding['allowReserved']),
          pointer: at,
        },
      ];
    }),
  );
}

function examplesOf(document: JsonObject, { node, pointer }: NodePlace, isJson = false): Example[] {
  if (node['example'] !== undefined) {
    return [{ name: 'example', value: node['example'], pointer: append(pointer, 'example') }];
  }
  return Object.keys(objectOf(node['examples'])).flatMap((name) => {
    const place = placeAt(document, append(pointer, 'examples', name));
    const field = EXAMPLE_FIELDS.find((it) => place.node[it] !== undefined);
    const written = field === undefined ? undefined : place.node[field];
    if (field === undefined || written === undefined) return [];
    // What is serialized is a text to send as it is; of JSON it tells the value.
    const isText = field === 'serializedValue' && isJson && typeof written === 'string';
    const value = isText ? (jsonOrNone(written) ?? null) : written;
    return [{ name, value, pointer: append(place.pointer, field) }];
  });
}

/** The value of an Example Object, in the order in which they tell it (OpenAPI 3.2.0, section 4.19). */
const EXAMPLE_FIELDS = ['dataValue', 'value', 'serializedValue'] as const;

/** A Header Object under its name. */
export function toHeader(document: JsonObject, name: string, place: NodePlace): Header {
  const { node, pointer } = place;
  const { schema, content } = toParameterValue(document, place);
  const explode = node['explode'] === true;
  return { name, required: node['required'] === true, explode, pointer, schema, content };
}

/** A boolean as it is, nothing else. */
export function booleanOf(value: Json | undefined): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
