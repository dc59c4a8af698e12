import type { ApiModel } from '../model/api-model.ts';
import { isObject, type Json } from '../base/json.ts';
import { callNamesOf } from './call-names.ts';
import type { ExampleCall } from './example-call.ts';
import { quote, toEnvironmentName, toPropertyName, toTypeName, toVariableName } from './names.ts';
import type { Contract, SchemeContract } from './runtime/contract.ts';

/** A program that makes the call with a client, and tells what came back. */
export function renderCall(
  api: ApiModel,
  contract: Contract,
  call: ExampleCall,
  packageName: string,
): string {
  const { variable, options, written } = partsOf(api, contract, call);
  const create = `create${toTypeName(api.name)}Client`;
  return `import { ${create} } from '${packageName}/${api.name}';

const ${variable} = ${create}(${options});
const result = await ${variable}${access(call.operation.id)}(${written});
${renderAnswer(call.operation)}
`;
}

/** The same with the function of its operation, which takes the connection first. */
export function renderOperationCall(
  api: ApiModel,
  contract: Contract,
  call: ExampleCall,
  packageName: string,
): string {
  const { variable, options, written } = partsOf(api, contract, call);
  const name = callNamesOf(api.operations).get(call.operation.id) ?? '';
  return `import { connect, ${name} } from '${packageName}/${api.name}/operations';

const ${variable} = connect(${options});
const result = await ${name}(${[variable, ...(written === '' ? [] : [written])].join(', ')});
${renderAnswer(call.operation)}
`;
}

function partsOf(api: ApiModel, { schemes }: Contract, { operation, input }: ExampleCall) {
  const needed = [...(operation.security[0]?.keys() ?? [])];
  const auth = needed.flatMap((name) => {
    const scheme = schemes[name];
    return scheme && scheme.kind !== 'transport'
      ? [`${toPropertyName(name)}: ${credentialOf(api.name, name, scheme)}`]
      : [];
  });
  return {
    variable: toVariableName(api.name),
    options: auth.length > 0 ? `{ auth: { ${auth.join(', ')} } }` : '',
    written: Object.keys(input).length > 0 ? renderValue(input, '') : '',
  };
}

/** What is done with the answer; one without a body has nothing but its status to show. */
function renderAnswer({ responses }: ExampleCall['operation']): string {
  const success = responses.find(({ status }) => /^2\d\d$/.test(status));
  if (!success) return 'console.log(result.status, result.body);';
  const shown = success.content.length > 0 ? 'result.body' : 'result.status';
  return `if (result.status === ${success.status}) console.log(${shown});
else throw new Error(\`refused with \${result.status}\`);`;
}

function credentialOf(api: string, name: string, { kind }: SchemeContract): string {
  const variable = (...words: string[]) =>
    `process.env[${quote(toEnvironmentName(api, name, ...words))}]`;
  if (kind !== 'basic') return variable();
  return `{ username: ${variable('user')} ?? '', password: ${variable('password')} ?? '' }`;
}

function access(id: string): string {
  return toPropertyName(id) === id ? `.${id}` : `[${quote(id)}]`;
}

/** A value as a person would write it: on one line where it fits. */
function renderValue(value: Json, indent: string): string {
  const line = renderLine(value);
  if (line.length + indent.length <= LINE || typeof value !== 'object' || value === null)
    return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map((item) => `${inner}${renderValue(item, inner)},`);
    return `[\n${items.join('\n')}\n${indent}]`;
  }
  const fields = Object.entries(value).map(
    ([key, item]) => `${inner}${toPropertyName(key)}: ${renderValue(item, inner)},`,
  );
  return `{\n${fields.join('\n')}\n${indent}}`;
}

const LINE = 80;

function renderLine(value: Json): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(renderLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([key, item]) => `${toPropertyName(key)}: ${renderLine(item)}`,
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
