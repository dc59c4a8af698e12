import * as fc from 'fast-check';
import type { Json } from '../../scripts/base/json.ts';
// It makes JSON.stringify write bigints.
// oxlint-disable-next-line import/no-unassigned-import
import '../../scripts/base/json-text.ts';
import { drawFrom, type Draw } from '../../scripts/values/generate/draw.ts';
import { sampleValue } from '../../scripts/values/generate/sample-value.ts';
import { validValue } from '../../scripts/values/generate/valid-value.ts';
import { judgesOf, type TwoJudges } from './two-judges.ts';
import { freeSchema } from './free-schema.ts';
import { satisfiableCase, type SchemaCase } from './witness-schema.ts';

/** What came of many random schemas. */
export interface Figures {
  schemas: number;
  satisfiable: number;
  /** A value that both judges accept. */
  answered: number;
  /** Schemas of unknown satisfiability that were proved to have no value. */
  refuted: number;
  notFound: number;
  /** The two judges, or one and the way a schema was made, do not agree. */
  disputed: number;
  slowest: number;
  /** Cases in which we are wrong. */
  readonly wrong: Wrong[];
  /** Values about which the judges say different things. */
  readonly disputes: Wrong[];
}

interface Wrong {
  readonly schema: Json;
  readonly what: string;
  readonly value?: Json | undefined;
}

const CHOICES = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 400, size: 'max' });

function caseFrom(draw: Draw): SchemaCase {
  return draw.below(3) === 2
    ? { schema: freeSchema(draw, 3), witness: undefined }
    : satisfiableCase(draw);
}

/** Random schemas: two of three are made around a value that they accept, the others accept what they may. */
const SCHEMA_CASES: fc.Arbitrary<SchemaCase> = CHOICES.map((it) => caseFrom(drawFrom(it)));

/** Holds what is generated for so many random schemas against both judges. */
export async function tryRandomSchemas(count: number, seed: number): Promise<Figures> {
  const figures: Figures = {
    schemas: 0,
    satisfiable: 0,
    answered: 0,
    refuted: 0,
    notFound: 0,
    disputed: 0,
    slowest: 0,
    wrong: [],
    disputes: [],
  };
  for (const one of fc.sample(SCHEMA_CASES, { seed, numRuns: count })) {
    // One after the other: the second judge keeps a registry of the whole process.
    // oxlint-disable-next-line no-await-in-loop
    await tryCase(one, await judgesOf(one.schema), figures, seed);
  }
  return figures;
}

async function tryCase(
  { schema, witness }: SchemaCase,
  judges: TwoJudges,
  figures: Figures,
  seed: number,
): Promise<void> {
  figures.schemas += 1;
  const isKnown = witness !== undefined;
  if (isKnown && !(judges.ajv(witness) === true && judges.hyperjump(witness) === true)) {
    figures.disputed += 1;
    return;
  }
  if (isKnown) figures.satisfiable += 1;
  const start = performance.now();
  try {
    const sample = sampleValue(schema, schema);
    const more = fc.sample(validValue(schema, schema), { seed, numRuns: 2 });
    figures.slowest = Math.max(figures.slowest, performance.now() - start);
    if ('unsatisfiable' in sample) {
      if (isKnown)
        figures.wrong.push({ schema, what: `refuted: ${sample.unsatisfiable}`, value: witness });
      else figures.refuted += 1;
      return;
    }
    if ('notFound' in sample) {
      if (isKnown) figures.wrong.push({ schema, what: 'not found', value: witness });
      else figures.notFound += 1;
      return;
    }
    judge([sample.value, ...more], schema, judges, figures);
  } catch (error) {
    figures.wrong.push({ schema, what: `threw ${String(error)}` });
  }
}

function judge(
  values: readonly Json[],
  schema: Json,
  { ajv, hyperjump }: TwoJudges,
  figures: Figures,
): void {
  // The judges hold numbers as doubles.
  const read = values.map((it): Json => JSON.parse(JSON.stringify(it)));
  for (const value of read) {
    const [left, right] = [ajv(value), hyperjump(value)];
    if (left === true && right === true) continue;
    if (left !== right) {
      figures.disputed += 1;
      figures.disputes.push({
        schema,
        what: `ajv ${String(left)}, hyperjump ${String(right)}`,
        value,
      });
    } else
      figures.wrong.push({
        schema,
        what: `ajv ${String(left)}, hyperjump ${String(right)}`,
        value,
      });
    return;
  }
  figures.answered += 1;
}

if (import.meta.main) {
  const [count = '20000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
  const { wrong, disputes, ...figures } = await tryRandomSchemas(Number(count), Number(seed));
  const lines = [...wrong, ...disputes]
    .slice(0, 20)
    .map((it) => `${it.what}\n  ${JSON.stringify(it.schema)}\n  ${JSON.stringify(it.value)}`);
  process.stdout.write(
    `seed ${seed}\n${JSON.stringify(figures)}\nwrong ${wrong.length}\n${lines.join('\n')}\n`,
  );
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
