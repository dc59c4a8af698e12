import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { AnyValidateFunction } from 'ajv/dist/types/index.js';
import addFormats from 'ajv-formats';
import type { Breach, Schemas } from '../model/api-model.ts';
import { isObject, objectOf, stringOf, type Json } from '../base/json.ts';
import { append, fragmentOf, type Pointer } from '../base/json-pointer.ts';
import { UserError } from '../base/user-error.ts';

const BASE = 'kiln:description';

/** An instant as most are written, on a day that every month has. */
const PLAIN_DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const DATE_TIME = addFormats.default.get('date-time') as {
  readonly validate: (text: string) => boolean;
};

/** Whether a text is an instant (RFC 3339, section 5.6): one look tells of most, the calendar of the others. */
export function isDateTime(text: string): boolean {
  return PLAIN_DATE_TIME.test(text) || DATE_TIME.validate(text);
}

/**
 * Makes the schemas of a bundled description checkable, by JSON Schema 2020-12 with formats asserted.
 * Schemas compile at their first use; one that does not compile throws a UserError that names it.
 */
export function toSchemas(document: Json): Schemas {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    validateSchema: false,
    // What it saves when a schema is used takes a third of the time of compiling it.
    code: { optimize: false },
    // Schemas are handwritten and found by pointer; nothing may be logged past the CLI.
    logger: false,
  });
  addFormats.default(ajv);
  ajv.addFormat('date-time', isDateTime);
  ajv.addSchema(isObject(document) ? document : {}, BASE);
  const pointers = pointersOf(document);

  const compiled = new Map<Pointer, AnyValidateFunction>();

  const compile = (schema: Pointer): AnyValidateFunction => {
    try {
      const validate = ajv.getSchema(`${BASE}${fragmentOf(schema)}`);
      if (validate) {
        compiled.set(schema, validate);
        return validate;
      }
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new UserError(
        'schema-does-not-compile',
        `The schema at ${schema} is unusable: ${reason}`,
        {
          hint: 'Correct it to JSON Schema 2020-12.',
          cause,
        },
      );
    }
    throw new Error(`there is no schema at ${schema}`);
  };

  return {
    check(schema, value) {
      const validate = compiled.get(schema) ?? compile(schema);
      if (validate(value)) return [];
      return (validate.errors ?? []).map((error) => breachOf(error, schema, pointers));
    },
  };
}

function breachOf(
  error: ErrorObject,
  schema: Pointer,
  pointers: ReadonlyMap<object, Pointer>,
): Breach {
  const { parentSchema, keyword, instancePath, message } = error;
  const owner: Json = isObject(parentSchema) ? parentSchema : {};
  const pointer = pointers.get(owner) ?? schema;
  const property = propertyOf(error);
  return {
    instance: property === undefined ? instancePath : append(`#${instancePath}`, property).slice(1),
    constraint: keyword in owner ? append(pointer, keyword) : pointer,
    keyword,
    expected: owner[keyword] ?? null,
    message: message === undefined ? `breaks ${keyword}` : reword(message),
  };
}

/** Ajv shouts, and counts one thing in the plural. */
function reword(message: string): string {
  return message
    .replace('must NOT', 'must not')
    .replace(/\b1 (character|item)s\b/, '1 $1')
    .replace(/\b1 properties\b/, '1 property');
}

/** The property that an object-level keyword complains about: it belongs to the place of the breach. */
function propertyOf({ params }: ErrorObject): string | undefined {
  const { missingProperty, additionalProperty, unevaluatedProperty } = objectOf(params);
  return stringOf(missingProperty ?? additionalProperty ?? unevaluatedProperty);
}

/** Each object of the document to its pointer: Ajv's errors carry the very objects. */
function pointersOf(document: Json): ReadonlyMap<object, Pointer> {
  const pointers = new Map<object, Pointer>();
  const walk = (node: Json, pointer: Pointer): void => {
    if (node === null || typeof node !== 'object') return;
    pointers.set(node, pointer);
    for (const [key, child] of Object.entries(node)) walk(child, append(pointer, key));
  };
  walk(document, '#');
  return pointers;
}
