import { isObject, stringOf, type Json } from '../../scripts/base/json.ts';
import { sampleValue } from '../../scripts/values/generate/sample-value.ts';
import { judgesOf, type Verdict } from '../values/two-judges.ts';
import type { Suite } from './fetch-suite.ts';

/** What came of one schema of the JSON Schema Test Suite. */
export interface SuiteValue {
  readonly group: string;
  readonly name: string;
  readonly schema: Json;
  /** The value that was made; undefined where none was. */
  readonly value: Json | undefined;
  /** Why there is none. */
  readonly reason: string | undefined;
  readonly ajv: Verdict;
  readonly hyperjump: Verdict;
  /** Whether a judge that refuses it also refuses a value that the suite calls valid, or cannot tell. */
  readonly isDoubtful: boolean;
}

/** Makes a value for each schema of the suite of which a valid value is known, and has two others judge it. */
export async function valuesOfSuite({ cases, remotes }: Suite): Promise<readonly SuiteValue[]> {
  const results: SuiteValue[] = [];
  for (const its of Map.groupBy(cases, ({ schema }) => schema).values()) {
    const known = its.filter(({ isValid }) => isValid);
    const [first] = known;
    if (!first) continue;
    const { group, name, schema } = first;
    const addressed = withAddress(schema);
    const sample = sampleValue(addressed, addressed, { others: remotes });
    const value = 'value' in sample ? sample.value : undefined;
    const reason = 'unsatisfiable' in sample ? sample.unsatisfiable : undefined;
    // The second judge keeps a registry of the whole process.
    // oxlint-disable-next-line no-await-in-loop
    const judges = await judgesOf(schema, remotes);
    const says = (judge: (it: Json) => Verdict): Verdict =>
      'value' in sample ? judge(asDoubles(sample.value)) : undefined;
    const doubts = [judges.ajv, judges.hyperjump].filter((judge) => says(judge) !== true);
    results.push({
      group,
      name,
      schema,
      value,
      reason: 'notFound' in sample ? sample.notFound : reason,
      ajv: says(judges.ajv),
      hyperjump: says(judges.hyperjump),
      isDoubtful:
        'value' in sample &&
        doubts.every((judge) => its.some((it) => judge(asDoubles(it.value)) !== it.isValid)),
    });
  }
  return results;
}

function withAddress(schema: Json): Json {
  const hasAddress = !isObject(schema) || stringOf(schema['$id']) !== undefined;
  return hasAddress ? schema : { $id: 'https://suite.example/case', ...schema };
}

/** The judges hold numbers as doubles. */
function asDoubles(value: Json): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
