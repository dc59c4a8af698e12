import type { Breach, DocumentedResponse, MediaType, Operation } from '../../model/api-model.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, parentOf, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { UNDECIDED } from '../../values/patterns.ts';
import { toSchemas } from '../../values/schemas.ts';
import { withoutWriteOnly } from '../../values/without-write-only.ts';
import { contentBreaches } from '../../wire/content-breaches.ts';
import { toOperations, toResponses } from '../operations.ts';
import { nameAt, type Leaving } from './survey.ts';

/** An example or a default that breaks its schema: `pointer` leads to what in it does. */
interface UnsoundExample extends Leaving {
  /** The node to take out. */
  readonly cut: Pointer;
  /** Empty where nobody needs to know. */
  readonly why: string;
}

/** Examples and defaults that break their own schemas. */
export function* unsoundExamples(document: JsonObject): Generator<UnsoundExample> {
  const api = { document, schemas: toSchemas(document) };
  const seen = new Set<Pointer>();
  for (const { media, direction } of contentsOf(document)) {
    if (seen.has(media.pointer)) continue;
    seen.add(media.pointer);
    for (const example of media.examples) {
      const { name, value } = example;
      const isOnly = objectOf(valueAt(document, media.pointer))['example'] !== undefined;
      const pointer = append(media.pointer, ...(isOnly ? ['example'] : ['examples', name]));
      const breaches = contentBreaches(api, media, value, direction);
      // One may show a schema that is used both ways: answers are sent without what they must not hold.
      const isSent =
        direction === 'response' && breaches.some(({ keyword }) => keyword === 'writeOnly');
      const left = isSent
        ? contentBreaches(api, media, withoutWriteOnly(value, breaches), direction)
        : breaches;
      yield* unsound(left, { what: 'example', pointer, name: nameAt(media.pointer), label: name });
    }
  }
  for (const { node, pointer, isSchema } of nodesOf(document)) {
    const check = (schema: Pointer, value: Json) => api.schemas.check(schema, value, 'either');
    if (isSchema) {
      for (const what of ['example', 'default']) {
        const value = node[what];
        if (value === undefined) continue;
        const found = { what, pointer: append(pointer, what), name: nameAt(pointer) };
        for (const it of unsound(check(pointer, value), found)) {
          // Many write null where they mean that there is no default.
          yield what === 'default' && value === null ? { ...it, why: '' } : it;
        }
      }
      for (const [index, value] of arrayOf(node['examples']).entries()) {
        const at = append(pointer, 'examples', index);
        const found = {
          what: 'example',
          pointer: at,
          name: nameAt(pointer),
          label: `${index + 1}`,
        };
        yield* unsound(check(pointer, value), found);
      }
    } else {
      const schema = schemaBeside(node, pointer);
      if (schema === undefined) continue;
      for (const { value, pointer: at, label } of examplesBeside(node, pointer)) {
        // A header's text is how it reads on the wire already.
        if (typeof value === 'string' && !Object.hasOwn(node, 'in')) continue;
        const breaches = check(schema, value);
        // On the wire a number is read by its digits, whatever it is written as here.
        const isRead = asWritten(value).some((it) => check(schema, it).length === 0);
        if (isRead) continue;
        yield* unsound(breaches, { what: 'example', pointer: at, name: nameAt(pointer), label });
      }
    }
  }
}

interface Content {
  readonly media: MediaType;
  readonly direction: 'request' | 'response';
}

function* contentsOf(document: JsonObject): Generator<Content> {
  for (const { parameters, body, responses } of operationsOf(document)) {
    for (const { content } of parameters) {
      if (content) yield { media: content, direction: 'request' };
    }
    for (const media of body?.content ?? []) yield { media, direction: 'request' };
    yield* contentsOfResponses(responses);
  }
  yield* contentsOfResponses([...toResponses(document).values()]);
}

function* contentsOfResponses(responses: readonly DocumentedResponse[]): Generator<Content> {
  for (const { content } of responses) {
    for (const media of content) yield { media, direction: 'response' };
  }
}

function operationsOf(document: JsonObject): readonly Operation[] {
  return [...toOperations(document, '#/paths'), ...toOperations(document, '#/webhooks')];
}

/** The schema that the examples of a parameter or a header are examples of: its own, or that of its content. */
function schemaBeside(node: JsonObject, pointer: Pointer): Pointer | undefined {
  if (Object.hasOwn(node, 'schema')) {
    return isContent(pointer) ? undefined : append(pointer, 'schema');
  }
  const content = objectOf(node['content']);
  const [mediaType] = Object.keys(content);
  if (!Object.hasOwn(node, 'in') || mediaType === undefined) return undefined;
  const hasSchema = Object.hasOwn(objectOf(content[mediaType]), 'schema');
  return hasSchema ? append(pointer, 'content', mediaType, 'schema') : undefined;
}

/** Whether a node is a Media Type Object, whose examples are judged by what they are written in. */
function isContent(pointer: Pointer): boolean {
  return tokensOf(parentOf(pointer)).at(-1) === 'content';
}

/** What else a scalar may be meant as that stands in the same letters on the wire. */
function asWritten(value: Json): readonly Json[] {
  if (typeof value === 'string') return /^-?\d+(?:\.\d+)?$/.test(value) ? [Number(value)] : [];
  return value === null || typeof value === 'object' ? [] : [String(value)];
}

/** Examples of a parameter or a header. */
function* examplesBeside(
  node: JsonObject,
  pointer: Pointer,
): Generator<{ readonly value: Json; readonly pointer: Pointer; readonly label?: string }> {
  const { example } = node;
  if (example !== undefined) yield { value: example, pointer: append(pointer, 'example') };
  for (const [label, it] of Object.entries(objectOf(node['examples']))) {
    const value = isObject(it) ? it['value'] : undefined;
    if (value !== undefined) yield { value, pointer: append(pointer, 'examples', label), label };
  }
}

function* unsound(
  breaches: readonly Breach[],
  { label, name, ...found }: Omit<Leaving, 'why'> & { readonly label?: string | undefined },
): Generator<UnsoundExample> {
  // Nobody is blamed for what could not be decided.
  const breach = breaches.find(({ message }) => !message.endsWith(UNDECIDED));
  if (!breach) return;
  const which = label === undefined || label === 'example' ? name : `"${label}" of ${name}`;
  const where = breach.instance === '' ? 'it' : breach.instance;
  const cut = found.pointer;
  const place =
    cut.includes('/examples/') && !/\/examples\/\d+$/.test(cut) ? append(cut, 'value') : cut;
  const pointer = append(place, ...tokensOf(`#${breach.instance}`));
  yield { ...found, cut, pointer, name: which, why: `${where} ${breach.message}` };
}
