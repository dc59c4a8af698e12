import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isObject, stringOf, type Json } from '../../scripts/base/json.ts';
import { toEvaluator } from '../../scripts/values/evaluator.ts';
import { toResolver } from '../../scripts/values/resolve.ts';
import { withoutBigints } from '../../scripts/values/without-bigints.ts';

/** One of the JSON Schema Test Suite's cases: a schema, a value, and whether the value is valid. */
export interface SuiteCase {
  /** The file's name in the suite, without its end. */
  readonly group: string;
  readonly name: string;
  readonly schema: Json;
  readonly value: Json;
  readonly isValid: boolean;
}

/** The figures of a group. */
export interface GroupResult {
  readonly group: string;
  readonly cases: number;
  readonly right: number;
  readonly rightByAjv: number;
  /** Names of the cases that we have wrong. */
  readonly wrong: readonly string[];
}

/** Whether a judge calls the value of a case valid; undefined where it can say nothing. */
type Judge = (one: SuiteCase) => boolean | undefined;

/** Holds our evaluation and Ajv's against what the suite says of each case. */
export function judgeSuite(
  cases: readonly SuiteCase[],
  remotes: ReadonlyMap<string, Json>,
): readonly GroupResult[] {
  const ours = toOurs(remotes);
  const theirs = toAjv(remotes);
  return [...Map.groupBy(cases, ({ group }) => group)].map(([group, its]) => {
    const judged = its.map((one) => ({
      name: one.name,
      isRight: ours(one) === one.isValid,
      isRightByAjv: theirs(one) === one.isValid,
    }));
    const wrong = judged.filter((it) => !it.isRight);
    return {
      group,
      cases: its.length,
      right: its.length - wrong.length,
      rightByAjv: judged.filter((it) => it.isRightByAjv).length,
      wrong: wrong.map((it) => it.name),
    };
  });
}

/** The suite wants formats asserted in these groups, and to be annotations in all others. */
function isAboutFormats(group: string): boolean {
  return group.startsWith('optional/format/');
}

/** Each schema is the one component of a description, and has an address where it says none itself. */
function toOurs(remotes: ReadonlyMap<string, Json>): Judge {
  return ({ group, schema, value }) => {
    const hasAddress = !isObject(schema) || stringOf(schema['$id']) !== undefined;
    const addressed = hasAddress ? schema : { $id: 'https://suite.example/case', ...schema };
    const document = { openapi: '3.1.0', components: { schemas: { Case: addressed } } };
    const formats = isAboutFormats(group) ? 'asserted' : 'annotations';
    const { check } = toEvaluator(toResolver(document, remotes), { formats });
    return check('#/components/schemas/Case', value).length === 0;
  };
}

function toAjv(remotes: ReadonlyMap<string, Json>): Judge {
  return ({ group, schema, value }) => {
    try {
      const validateFormats = isAboutFormats(group);
      const ajv = new Ajv2020({
        strict: false,
        validateSchema: false,
        validateFormats,
        logger: false,
      });
      addFormats.default(ajv);
      for (const [address, remote] of remotes) ajv.addSchema(remote as object, address);
      // It knows doubles only.
      return ajv.validate(withoutBigints(schema) as object, withoutBigints(value));
    } catch {
      return undefined;
    }
  };
}
