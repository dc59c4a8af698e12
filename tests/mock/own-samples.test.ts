import { expect, test } from 'vitest';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { toSchemas } from '../../scripts/values/schemas.ts';
import { describeOperation } from '../values/describe-body.ts';
import { ORDINARY_DEFINITIONS, ORDINARY_SCHEMAS } from '../values/ordinary-schemas.ts';
import { startMock } from './pets.ts';

/** What a mock answers whose one operation documents an answer of this schema, without an example. */
async function answerOf(schema: Json, prefer: string): Promise<{ status: number; body: unknown }> {
  const content = { 'application/json': { schema } };
  const responses = { '200': { description: 'ok', content } };
  const { api } = await describeOperation({ responses }, '/things', ORDINARY_DEFINITIONS);
  const mock = await startMock([api]);
  const answer = await mock.inject({ method: 'POST', url: '/things/things', headers: { prefer } });
  return { status: answer.statusCode, body: answer.payload };
}

test.for(ORDINARY_SCHEMAS)('answers with a value where the schema is $name', async ({ schema }) => {
  const document: JsonObject = { schema, components: { schemas: ORDINARY_DEFINITIONS } };
  const { check } = toSchemas(document);
  for (const prefer of ['dynamic=false', 'dynamic=true']) {
    // One after the other: each mock is closed with the test.
    // oxlint-disable-next-line no-await-in-loop
    const { status, body } = await answerOf(schema, prefer);
    expect([prefer, status, body]).toEqual([prefer, 200, body]);
    expect(check('#/schema', JSON.parse(String(body)))).toEqual([]);
    expect(body).not.toContain('x-stoplight');
  }
});
