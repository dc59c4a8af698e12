import type { ApiModel, Operation, Parameter } from '../model/api-model.ts';
import { objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import { exampleOf } from './example-call.ts';
import { toEnvironmentName } from './names.ts';
import { PACKAGE_NAME } from './package-files.ts';
import { renderCall } from './render-call.ts';
import { toContract } from './to-contract.ts';
import { withMethodNames } from './with-method-names.ts';

/**
 * How the client of an API calls an operation, as a program in TypeScript: with the first example of its body, and
 * variables of the environment for what is required and has none. Undefined where a body is required and has no
 * example.
 */
export function sampleCalls(
  api: ApiModel,
  packageName = PACKAGE_NAME,
): (operation: Operation) => string | undefined {
  const contract = toContract(api);
  const named = new Map(
    api.operations.map((it, i) => [it, withMethodNames(api).operations[i] ?? it]),
  );
  return (operation) => {
    const input = inputOf(api, operation);
    if (!input) return undefined;
    const call = { operation: named.get(operation) ?? operation, input };
    return renderCall(api, contract, call, packageName)
      .replaceAll(/'\\u0000(number|string) (\w+)'/g, (_, type: string, name: string) =>
        type === 'number' ? `Number(process.env['${name}'])` : `process.env['${name}'] ?? ''`,
      )
      .trimEnd();
  };
}

function inputOf(api: ApiModel, { parameters, body }: Operation): JsonObject | undefined {
  const input: Record<string, Json> = {};
  for (const parameter of parameters.filter(({ required }) => required)) {
    const value = exampleOf(api, parameter) ?? unknownOf(api, parameter);
    input[parameter.in] = { ...objectOf(input[parameter.in]), [parameter.name]: value };
  }
  const content = body?.content.find(({ examples }) => examples.length > 0);
  const example = content?.examples[0]?.value;
  if (body && (content === undefined || example === undefined))
    return body.required ? undefined : input;
  if (content === undefined || example === undefined) return input;
  // With a choice of media types, the caller has to name one.
  const isChoice = (body?.content.length ?? 0) > 1;
  return { ...input, body: example, ...(isChoice && { contentType: content.mediaType }) };
}

/** What only the reader knows: a text that stands for a variable, since no example begins with U+0000. */
function unknownOf({ document }: ApiModel, { name, schema }: Parameter): string {
  const type = stringOf(objectOf(schema && valueAt(document, schema))['type']);
  const isNumber = type === 'number' || type === 'integer';
  return `\u0000${isNumber ? 'number' : 'string'} ${toEnvironmentName(name)}`;
}
