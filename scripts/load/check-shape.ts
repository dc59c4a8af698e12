import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { stringsOf, objectOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import { tokensOf } from '../base/json-pointer.ts';
import { nearest } from '../base/nearest.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';

// Verbose errors carry the schema around them, from which the hint lists what is allowed.
// The shapes are ours: that they are schemas is for a test to say, and to optimise them takes longer.
const ajv = new Ajv2020({
  strict: false,
  verbose: true,
  validateSchema: false,
  code: { optimize: false },
});
addFormats.default(ajv);

interface Checked {
  /** How to name the value in a message: `x-errors`, `mock.yaml`. */
  readonly name: string;
  readonly value: Json;
  readonly shape: JsonObject;
  /** Line of a node inside the value. */
  readonly locate: (tokens: readonly string[]) => SourceLocation;
}

/** The first thing in a value that its shape does not allow. */
export interface ShapeFlaw {
  readonly tokens: readonly string[];
  readonly message: string;
  readonly hint: string;
}

export function shapeFlawOf(name: string, value: Json, shape: JsonObject): ShapeFlaw | undefined {
  if (ajv.validate(shape, value)) return undefined;
  const error = mostSpecific(ajv.errors ?? []);
  if (!error) return undefined;
  const tokens = tokensOf(`#${error.instancePath}`);
  const key = unknownKeyOf(error);
  const where = [name, ...tokens].join('.');
  const what = key === undefined ? error.message : `has an unknown key "${key}"`;
  return {
    tokens: key === undefined ? tokens : [...tokens, key],
    message: `${where} ${what ?? `breaks ${error.keyword}`}`,
    hint: hintOf(error),
  };
}

/** Throws a UserError at the line of the first thing in the value that its shape does not allow. */
export function checkShape({ name, value, shape, locate }: Checked): void {
  const flaw = shapeFlawOf(name, value, shape);
  if (!flaw) return;
  throw new UserError('shape', flaw.message, { at: locate(flaw.tokens), hint: flaw.hint });
}

/** Of the alternatives of an `anyOf`, the one that got furthest is the one that was meant. */
function mostSpecific(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depths = errors.map(({ instancePath }) => tokensOf(`#${instancePath}`).length);
  return errors[depths.indexOf(Math.max(...depths))];
}

function unknownKeyOf({ keyword, propertyName, params }: ErrorObject): string | undefined {
  const { additionalProperty } = objectOf(params);
  return keyword === 'additionalProperties' ? textOf(additionalProperty) : propertyName;
}

function hintOf(error: ErrorObject): string {
  const { allowedValues } = objectOf(error.params);
  const known = Object.keys(objectOf(objectOf(error.parentSchema)['properties']));
  const allowed = error.keyword === 'enum' ? stringsOf(allowedValues) : known;
  if (allowed.length === 0) {
    return 'specs/EXTENSIONS.md lists what each extension may hold, CONTRIBUTING.md what each file may.';
  }
  const meant = nearest(unknownKeyOf(error) ?? '', allowed);
  const verb = error.keyword === 'enum' ? 'be' : 'have';
  return `${meant ? `Did you mean ${meant}? ` : ''}It may ${verb}: ${allowed.join(', ')}.`;
}
