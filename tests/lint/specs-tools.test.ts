import { expect, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { redocly } from '../../scripts/cli/redocly.ts';
import type { ApiModel, MediaType } from '../../scripts/model/api-model.ts';
import { nodesOf } from '../../scripts/model/description-nodes.ts';
import { checkRules } from '../../scripts/lint/check-rules.ts';
import { toRedoclyFindings } from '../../scripts/lint/redocly-findings.ts';
import { RULES } from '../../scripts/lint/rules.ts';
import { validateWithSwaggerParser } from '../../scripts/lint/swagger-parser.ts';
import { SPECS } from './load-specs.ts';

const APIS = SPECS.map(({ api }) => api);

test.concurrent.for(APIS)('Redocly finds nothing in $name', async ({ source }) => {
  const outcome = await redocly(nodeIo, ['lint', source, '--format', 'json']);
  expect(toRedoclyFindings(source, outcome)).toEqual([]);
});

test.for(APIS)('swagger-parser finds nothing in $name', async (api) => {
  expect(await validateWithSwaggerParser(api)).toEqual([]);
});

test.for(APIS)('Ajv compiles every schema of $name and accepts every example', (api) => {
  const { document, schemas } = api;
  const all = [...nodesOf(document)].filter(({ isSchema }) => isSchema);
  expect(all.length).toBeGreaterThan(0);
  for (const { pointer } of all) expect(() => schemas.check(pointer, null)).not.toThrow();
  const shown = contentOf(api).flatMap(({ schema, examples }) => {
    return schema ? examples.map(({ value, pointer }) => ({ schema, value, pointer })) : [];
  });
  expect(shown.length).toBeGreaterThan(0);
  for (const { schema, value, pointer } of shown) {
    expect({ pointer, breaches: schemas.check(schema, value) }).toEqual({ pointer, breaches: [] });
  }
});

test.for(APIS)('the house rules find nothing in $name', (api) => {
  expect(checkRules(api, RULES)).toEqual([]);
});

function contentOf({ operations, webhooks, responses }: ApiModel): MediaType[] {
  const all = [...operations, ...webhooks];
  const bodies = all.flatMap(({ body }) => body?.content ?? []);
  const answers = [...all.flatMap((it) => it.responses), ...responses.values()];
  return [...bodies, ...answers.flatMap(({ content }) => content)];
}
