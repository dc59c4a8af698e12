import { expect, test } from 'vitest';
import { injectInto } from '../../scripts/cli/prove/inject.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { runCheck } from '../../scripts/contract/contract.ts';
import { authOtherScheme } from '../../scripts/contract/properties/auth-other-scheme.ts';
import { fixtureProfiles } from '../../scripts/contract/wire/profiles.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { violationsOf } from '../../scripts/result/contract-run.ts';
import { loadText, START } from '../mock/pets.ts';

const DESCRIPTION = `openapi: 3.1.0
info: {title: Boxes, version: '1'}
servers: [{url: https://api.boxes.example}]
paths:
  /boxes:
    get: {operationId: listBoxes, security: [{account: []}], responses: {'200': {description: All.}, '401': {description: No.}}}
  /box:
    get: {operationId: readBox, security: [{account: []}, {box: []}], responses: {'200': {description: It.}, '401': {description: No.}}}
components:
  securitySchemes:
    account: {type: apiKey, in: header, name: Authorization, x-prefix: Token}
    box: {type: apiKey, in: header, name: X-Box-Key}
`;
const OWN = `credentials:
  - {id: account, scheme: account, value: kiln_account, access: write}
  - {id: box, scheme: box, value: kiln_box, access: write}
`;
const SHARED = '  - {id: box, scheme: account, value: kiln_box, access: write}\n';
const now = () => START;

/** Which credentials of another scheme were tried on a mock, and which of them were taken. */
async function tried(fixtures: string) {
  const api = await loadText(DESCRIPTION, fixtures, 'boxes');
  const mock = await createMock([api], { clock: { now }, limits: true });
  const targets = targetsOf(mock, api, 'http://mock.test');
  const profiles = fixtureProfiles(api, now());
  const sent: string[] = [];
  const inject = injectInto(mock);
  const send: typeof inject = (request, ...rest) => {
    sent.push(...request.headers.map(([name, value]) => `${name}: ${value}`));
    return inject(request, ...rest);
  };
  const options = { api, targets, profiles, seed: 1, runs: 1, writes: true, send, now };
  const [operation] = api.operations;
  const results = operation ? [await runCheck(options, operation, authOtherScheme)] : [];
  await mock.close();
  const misused = sent.some((it) => /^authorization: token kiln_box$/i.test(it));
  return { misused, violations: violationsOf(results).length };
}

test('a key that both schemes take is no credential of another scheme', async () => {
  expect(await tried(OWN)).toEqual({ misused: true, violations: 0 });
  expect(await tried(`${OWN}${SHARED}`)).toEqual({ misused: false, violations: 0 });
});
