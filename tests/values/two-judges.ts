import {
  registerSchema,
  setShouldValidateFormat,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
  type SchemaObject,
} from '@hyperjump/json-schema/draft-2020-12';
// It exports nothing: it makes the formats known.
// oxlint-disable-next-line import/no-unassigned-import
import '@hyperjump/json-schema/formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { arrayOf, isEqual, type Json } from '../../scripts/base/json.ts';

/** What a validator says of a value; undefined where it cannot tell. */
export type Verdict = boolean | undefined;

/** Judges values by a schema: two validators of other people, which share no code with each other or us. */
export interface TwoJudges {
  readonly ajv: (value: Json) => Verdict;
  readonly hyperjump: (value: Json) => Verdict;
}

let schemas = 0;

/** Makes both judges of a schema ready. */
export async function judgesOf(
  schema: Json,
  remotes: ReadonlyMap<string, Json> = new Map(),
): Promise<TwoJudges> {
  return { ajv: toAjv(schema, remotes), hyperjump: await toHyperjump(schema, remotes) };
}

function toAjv(schema: Json, remotes: ReadonlyMap<string, Json>): TwoJudges['ajv'] {
  try {
    const ajv = new Ajv2020({
      strict: false,
      validateSchema: false,
      ownProperties: true,
      logger: false,
    });
    addFormats.default(ajv);
    // Its own comparison takes an object for another kind of object where a member is called constructor.
    for (const keyword of ['const', 'enum']) {
      ajv.removeKeyword(keyword);
      ajv.addKeyword({
        keyword,
        validate: (said: Json, value: Json) =>
          (keyword === 'enum' ? arrayOf(said) : [said]).some((it) => isEqual(it, value)),
      });
    }
    for (const [address, remote] of remotes) ajv.addSchema(remote as object, address);
    const check = ajv.compile(schema as object);
    return (value) => {
      try {
        return check(value);
      } catch {
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  }
}

async function toHyperjump(
  schema: Json,
  remotes: ReadonlyMap<string, Json>,
): Promise<TwoJudges['hyperjump']> {
  setShouldValidateFormat(true);
  setShouldValidateSchema(false);
  schemas += 1;
  const address = `https://kiln.example/case/${schemas}`;
  const dialect = 'https://json-schema.org/draft/2020-12/schema';
  const registered: string[] = [];
  const register = (it: Json, at: string): void => {
    registerSchema(it as SchemaObject, at, dialect);
    registered.push(at);
  };
  try {
    for (const [at, remote] of remotes) register(remote, at);
    register(schema, address);
    const check = await validate(address);
    return (value) => {
      try {
        // Its types know only mutable JSON, and it changes nothing.
        return check(value as Parameters<typeof check>[0]).valid;
      } catch {
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  } finally {
    for (const at of registered) unregisterSchema(at);
  }
}
