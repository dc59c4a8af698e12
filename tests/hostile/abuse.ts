import type { InjectOptions } from 'fastify';
import { runCheck } from '../../scripts/contract/contract.ts';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import type { Send } from '../../scripts/contract/wire/send.ts';
import { checkRules } from '../../scripts/lint/check-rules.ts';
import { RULES } from '../../scripts/lint/rules.ts';
import { validateWithSwaggerParser } from '../../scripts/lint/swagger-parser.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { CheckResult } from '../../scripts/result/contract-run.ts';
import type { Finding } from '../../scripts/result/finding.ts';
import { startMock } from '../mock/pets.ts';

/** What our own rules and swagger-parser say of a description. */
export async function lintOf(api: ApiModel): Promise<Finding[]> {
  return [...checkRules(api, RULES), ...(await validateWithSwaggerParser(api))];
}

const JSON_TYPE = { 'content-type': 'application/json' };
const LONG = `${'a'.repeat(60_000)}!`;

/** Requests that any operation may get. */
const REQUESTS: readonly Partial<InjectOptions>[] = [
  {},
  { query: { a: 'b' } },
  { headers: { prefer: 'dynamic=true' } },
  ...['{}', '[]', 'null', '"text"', '3', '', '{', '{"__proto__":{"a":1},"constructor":1}'].map(
    (payload) => ({ payload, headers: JSON_TYPE }),
  ),
  { payload: JSON.stringify(LONG), headers: JSON_TYPE },
  { payload: JSON.stringify({ [LONG]: LONG }), headers: JSON_TYPE },
  { payload: `${'['.repeat(100_000)}${']'.repeat(100_000)}`, headers: JSON_TYPE },
  { payload: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, headers: JSON_TYPE },
];

/** Statuses of what a mock answers, by operation. */
export async function mockOf(api: ApiModel): Promise<number[]> {
  const mock = await startMock([api]);
  const statuses: number[] = [];
  for (const { method, path } of api.operations) {
    for (const request of REQUESTS) {
      const url = `${mock.mounts[0]?.basePath ?? ''}${path.replaceAll(/[{}]/g, '')}`;
      const { statusCode } = await mock.inject({
        ...request,
        method,
        url,
      });
      statuses.push(statusCode);
    }
  }
  await mock.close();
  return statuses;
}

/** What the properties come to where every request is answered by a text of JSON. */
export async function checksOf(api: ApiModel, body: string): Promise<CheckResult[]> {
  const send: Send = (request) =>
    Promise.resolve({
      request,
      response: { status: 200, headers: [['content-type', 'application/json']], body },
    });
  const profiles = fixtureProfiles(api, 0);
  const targets = new Map(api.servers.map(({ url }) => [url, 'http://hostile.test/v1']));
  const options = { api, targets, profiles, seed: 1, runs: 3, writes: true, send, now: () => 0 };
  const results: CheckResult[] = [];
  for (const operation of api.operations) {
    for (const property of PROPERTIES) results.push(await runCheck(options, operation, property));
  }
  return results;
}
