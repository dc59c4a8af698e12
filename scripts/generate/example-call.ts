import type { ApiModel, Operation, Parameter, RequestBody } from '../model/api-model.ts';
import { arrayOf, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';

/** A call that the description's own examples fill in. */
export interface ExampleCall {
  readonly operation: Operation;
  readonly input: JsonObject;
}

/** The call to show first: descriptions begin with what matters most, deprecated or not. */
export function firstCall(api: ApiModel): ExampleCall | undefined {
  const current = api.operations.filter(({ deprecated }) => !deprecated);
  for (const operation of [...current, ...api.operations]) {
    // With a choice of media types, the caller has to name one.
    const isChoice = (operation.body?.content.length ?? 0) > 1;
    const input = isChoice ? undefined : inputOf(api, operation);
    if (input) return { operation, input };
  }
  return undefined;
}

/** Input from examples; undefined where something that is required has none. */
function inputOf(api: ApiModel, { parameters, body }: Operation): JsonObject | undefined {
  const input: Record<string, Json> = {};
  for (const parameter of parameters.filter(({ required }) => required)) {
    const value = exampleOf(api, parameter);
    if (value === undefined) return undefined;
    input[parameter.in] = { ...objectOf(input[parameter.in]), [parameter.name]: value };
  }
  const example = shortestOf(body);
  if (example !== undefined) input['body'] = example;
  else if (body?.required) return undefined;
  return input;
}

/** The example of a parameter that is shown first; undefined where the description has none. */
export function exampleOf(
  { document }: ApiModel,
  { examples, schema }: Parameter,
): Json | undefined {
  const node = objectOf(schema && valueAt(document, schema));
  return examples[0]?.value ?? node['example'] ?? arrayOf(node['examples'])[0] ?? node['default'];
}

function shortestOf(body: RequestBody | undefined): Json | undefined {
  const values = body?.content[0]?.examples.map(({ value }) => value) ?? [];
  return values
    .map((value) => ({ value, length: JSON.stringify(value).length }))
    .toSorted((left, right) => left.length - right.length)[0]?.value;
}
