import { parseArgs } from 'node:util';
import { isJsonType } from '../../../scripts/base/media-type.ts';
import { valueAt } from '../../../scripts/base/json-pointer.ts';
import type { Json } from '../../../scripts/base/json.ts';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { clientPartsOf } from '../../../scripts/generate/client-parts-of.ts';
import { renderTypes } from '../../../scripts/generate/render-types.ts';
import { toDates } from '../../../scripts/generate/runtime/date-times.ts';
import { placeInThreeOne } from '../../../scripts/model/as-three-one.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { sampleValue } from '../../../scripts/values/generate/sample-value.ts';
import { withoutBigints } from '../../../scripts/values/without-bigints.ts';
import { problemsOf } from '../type-problems.ts';
import { datesIn, literalOf } from './date-literals.ts';

/**
 * `node tests/generate/date-times/documents.ts FILE…` makes answers of all operations of these descriptions, has their
 * times become dates, and asks the TypeScript compiler whether each is of its type. What is of no type before, either,
 * is left out. It exits 1 where a type says what a value is not.
 */
const { positionals } = parseArgs({ allowPositionals: true });
for (const path of positionals) {
  const [api] = await loadApis(nodeIo, [path]);
  if (!api) throw new Error(`there is no description in ${path}`);
  const { answers, wrong } = judge(api);
  const dates = answers.reduce((sum, { dated }) => sum + datesIn(dated).length, 0);
  process.stdout.write(
    `${path}: ${answers.length} answers, ${dates} dates, ${wrong.length} wrong\n`,
  );
  process.stdout.write(
    wrong
      .slice(0, 10)
      .map((it) => `  ${it}\n`)
      .join(''),
  );
  if (wrong.length > 0) process.exitCode = 1;
}

interface Answer {
  readonly type: string;
  readonly plain: unknown;
  readonly dated: unknown;
}

function judge(api: ApiModel) {
  const [plain, dated] = [false, true].map((hasDates) => clientPartsOf(api, hasDates));
  const answers = [...answersOf(api, dated?.contract)];
  const problems = (['plain', 'dated'] as const).map((kind) => {
    const { shapes } = (kind === 'plain' ? plain : dated) ?? {};
    const uses = answers.map(
      ({ type, ...it }, at) => `export const a${at}: ${type} = ${literalOf(it[kind])};`,
    );
    const files = new Map([
      ['/answers/types.ts', renderTypes(api, { shapes })],
      ['/answers/use.ts', `import type { paths } from './types.ts';\n${uses.join('\n')}\n`],
    ]);
    return problemsOf(files, '/answers');
  });
  const before = new Set(problems[0]?.map(lineOf));
  return { answers, wrong: problems[1]?.filter((it) => !before.has(lineOf(it))) ?? [] };
}

/** Where a problem is. */
function lineOf(problem: string): string | undefined {
  return /^[^ ]*:(\d+): /.exec(problem)?.[1];
}

/** Answers of different seeds to each operation. */
function* answersOf(
  api: ApiModel,
  contract: ReturnType<typeof clientPartsOf>['contract'] | undefined,
): Generator<Answer> {
  for (const operation of api.operations) {
    const { path, method } = placeInThreeOne(operation);
    const places = contract?.operations[operation.id]?.dateTimes;
    for (const { status, content } of operation.responses) {
      for (const { mediaType, schema } of content) {
        if (schema === undefined || !isJsonType(mediaType)) continue;
        const key = /^\d+$/.test(status) ? status : JSON.stringify(status);
        const type = `paths[${JSON.stringify(path)}][${JSON.stringify(method)}]['responses'][${key}]['content'][${JSON.stringify(mediaType)}]`;
        for (const seed of [undefined, 'a', 'b']) {
          const sample = sampleValue(api.document, valueAt(api.document, schema), {
            seed,
            direction: 'response',
          });
          if (!('value' in sample)) continue;
          const value = withoutBigints(sample.value);
          const copy = JSON.parse(JSON.stringify(value)) as Json;
          const place = places?.[status]?.[mediaType];
          yield { type, plain: value, dated: toDates(contract?.dateTimes ?? [], place, copy) };
        }
      }
    }
  }
}
