import type { ApiModel, Example, MediaType } from '../model/api-model.ts';
import { contentBreaches } from '../wire/content-breaches.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { ERROR_KINDS, type ErrorPolicies, type ErrorPolicy } from '../model/policies.ts';
import { UserError } from '../base/user-error.ts';
import { contentOf } from '../refusal/render-refusal.ts';

/**
 * Finds at the start what would otherwise make a request fail: a schema that does not compile, an
 * example that breaks its schema, an error policy that leads nowhere. Throws a UserError at its line.
 */
export function checkApi(api: ApiModel): void {
  for (const schema of schemasOf(api)) checkSchema(api, schema);
  for (const content of responseContents(api)) {
    for (const example of content.examples) checkExample(api, content, example);
  }
  checkCredentials(api);
  checkPolicies(api, '#/x-errors', api.policies.errors);
  for (const { pointer, errors } of api.operations) {
    checkPolicies(api, append(pointer, 'x-errors'), errors, api.policies.errors);
  }
}

function schemasOf(api: ApiModel): ReadonlySet<Pointer> {
  const { operations, responses } = api;
  const documented = [...operations.flatMap((it) => it.responses), ...responses.values()];
  const holders = [
    ...operations.flatMap((it) => [...it.parameters, ...(it.body?.content ?? [])]),
    ...documented.flatMap((it) => [...it.headers, ...it.content]),
  ];
  return new Set(holders.flatMap(({ schema }) => (schema === undefined ? [] : [schema])));
}

/** What in a schema asserts nothing would let through what the description means to refuse. */
function checkSchema({ schemas, locate }: ApiModel, schema: Pointer): void {
  const [flaw] = schemas.flaws(schema);
  if (!flaw) return;
  throw new UserError('schema-does-not-compile', `${flaw.at}: ${flaw.message}`, {
    at: locate(flaw.at),
    hint: 'Correct it to JSON Schema 2020-12.',
  });
}

function responseContents({ operations, responses }: ApiModel): readonly MediaType[] {
  const documented = [...operations.flatMap((it) => it.responses), ...responses.values()];
  return documented.flatMap(({ content }) => content);
}

function checkExample(api: ApiModel, media: MediaType, { name, value, pointer }: Example): void {
  const [breach] = contentBreaches(api, media, value, 'response');
  if (!breach) return;
  const where = breach.instance || 'it';
  throw new UserError(
    'example-breaks-schema',
    `The example "${name}": ${where} ${breach.message}`,
    {
      at: api.locate(pointer),
      hint: `The mock would send it. ${breach.constraint} is the constraint it breaks.`,
    },
  );
}

function checkCredentials({ fixtures, securitySchemes, source }: ApiModel): void {
  const known = [...securitySchemes.keys()];
  const lost = fixtures.credentials.find(({ scheme }) => !securitySchemes.has(scheme));
  if (!lost) return;
  const file = `${source.slice(0, source.lastIndexOf('/') + 1)}mock.yaml`;
  throw new UserError('unknown-scheme', `${file}: "${lost.id}" has the scheme "${lost.scheme}"`, {
    hint: `The security schemes are: ${known.join(', ') || 'none'}.`,
  });
}

/** Checks the policies of one place; those it shares with another are checked there. */
function checkPolicies(
  api: ApiModel,
  pointer: Pointer,
  policies: ErrorPolicies,
  shared: ErrorPolicies = {},
): void {
  for (const kind of ERROR_KINDS) {
    const policy = policies[kind];
    if (policy && policy !== shared[kind]) checkPolicy(api, append(pointer, kind), policy);
  }
}

function checkPolicy(
  api: ApiModel,
  pointer: Pointer,
  { response: name, example, byField = {} }: ErrorPolicy,
): void {
  const { responses, locate } = api;
  const response = responses.get(name);
  if (!response) {
    throw new UserError('unknown-response', `There is no response "${name}"`, {
      at: locate(append(pointer, 'response')),
      hint: `components/responses has: ${[...responses.keys()].join(', ') || 'none'}.`,
    });
  }
  if (response.content.length === 0) return;
  for (const wanted of [example, ...Object.values(byField)]) {
    if (contentOf(api, response, wanted)) continue;
    const shown = wanted === undefined ? 'no example' : `no example "${wanted}"`;
    throw new UserError('unknown-example', `The response "${name}" has ${shown}`, {
      at: locate(pointer),
      hint: 'The mock sends the example as the envelope: add it under the content of the response.',
    });
  }
}
