import * as fc from 'fast-check';
import type { Json } from '../../scripts/base/json.ts';
// It makes JSON.stringify write bigints.
// oxlint-disable-next-line import/no-unassigned-import
import '../../scripts/base/json-text.ts';
import { drawFrom, type Draw } from '../../scripts/values/generate/draw.ts';
import { sampleValue } from '../../scripts/values/generate/sample-value.ts';
import { validValue } from '../../scripts/values/generate/valid-value.ts';
import { freeSchema } from './free-schema.ts';
import type { askThirdJudge } from './third-judge.ts';
import { judgesOf, type TwoJudges } from './two-judges.ts';
import { isAccepted, toFigures, type Figures, type JudgedValue, type Trial } from './trials.ts';
import { satisfiableCase, type SchemaCase } from './witness-schema.ts';

const CHOICES = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 400, size: 'max' });

function caseFrom(draw: Draw): SchemaCase {
  return draw.below(3) === 2
    ? { schema: freeSchema(draw, 3), witness: undefined }
    : satisfiableCase(draw);
}

/** Random schemas: two of three are made around a value that they accept, the others accept what they may. */
const SCHEMA_CASES: fc.Arbitrary<SchemaCase> = CHOICES.map((it) => caseFrom(drawFrom(it)));

/**
 * Holds what is generated for so many random schemas against two judges, and against the third,
 * where one is given, what those two do not both accept.
 */
export async function tryRandomSchemas(
  count: number,
  seed: number,
  askThird?: typeof askThirdJudge,
): Promise<Figures> {
  const start = performance.now();
  const trials: Trial[] = [];
  for (const one of fc.sample(SCHEMA_CASES, { seed, numRuns: count })) {
    // One after the other: the second judge keeps a registry of the whole process.
    // oxlint-disable-next-line no-await-in-loop
    trials.push(tryCase(one, await judgesOf(one.schema), seed));
  }
  const isThirdThere = askThird !== undefined && (await askAbout(trials, askThird));
  return toFigures(trials, {
    seed,
    seconds: Math.round((performance.now() - start) / 1000),
    isThirdThere,
  });
}

function tryCase({ schema, witness }: SchemaCase, judges: TwoJudges, seed: number): Trial {
  const start = performance.now();
  const outcome = generate(schema, seed);
  const milliseconds = performance.now() - start;
  const toJudged = (value: Json) => judge(value, judges);
  return {
    schema,
    witness: witness === undefined ? undefined : toJudged(witness),
    milliseconds,
    outcome: 'values' in outcome ? { values: outcome.values.map(toJudged) } : outcome,
  };
}

function generate(
  schema: Json,
  seed: number,
): { readonly values: readonly Json[] } | Exclude<Trial['outcome'], { readonly values: unknown }> {
  try {
    const sample = sampleValue(schema, schema);
    const more = fc.sample(validValue(schema, schema), { seed, numRuns: 2 });
    return 'value' in sample ? { values: [sample.value, ...more] } : sample;
  } catch (error) {
    return { threw: String(error) };
  }
}

function judge(value: Json, { ajv, hyperjump }: TwoJudges): JudgedValue {
  // The judges hold numbers as doubles.
  const read: Json = JSON.parse(JSON.stringify(value));
  return { value: read, verdicts: [ajv(read), hyperjump(read)] };
}

/** Adds what the third judge says of the values that the two others do not both accept; false where it is not there. */
async function askAbout(
  trials: readonly Trial[],
  askThird: typeof askThirdJudge,
): Promise<boolean> {
  const open = trials.flatMap(({ schema, witness, outcome }) =>
    [...(witness === undefined ? [] : [witness]), ...('values' in outcome ? outcome.values : [])]
      .filter((judged) => !isAccepted(judged))
      .map((judged) => ({ schema, judged })),
  );
  const verdicts = await askThird(
    open.map(({ schema, judged }) => ({ schema, value: judged.value })),
  );
  if (verdicts === undefined) return false;
  for (const [place, { judged }] of open.entries()) judged.verdicts.push(verdicts[place]);
  return true;
}
