import type { ApiModel } from '../model/api-model.ts';
import { isObject, type Json } from '../base/json.ts';
import type { ExampleCall } from './example-call.ts';
import { quote, toEnvironmentName, toPropertyName, toTypeName, toVariableName } from './names.ts';
import type { Contract, SchemeContract } from './runtime/contract.ts';

/** A program that makes the call and tells what came back. */
export function renderCall(
  api: ApiModel,
  { schemes }: Contract,
  { operation, input }: ExampleCall,
  packageName: string,
): string {
  const variable = toVariableName(api.name);
  const create = `create${toTypeName(api.name)}Client`;
  const needed = [...(operation.security[0]?.keys() ?? [])];
  const auth = needed.flatMap((name) => {
    const scheme = schemes[name];
    return scheme && scheme.kind !== 'transport'
      ? [`${toPropertyName(name)}: ${credentialOf(api.name, name, scheme)}`]
      : [];
  });
  const options = auth.length > 0 ? `{ auth: { ${auth.join(', ')} } }` : '';
  const written = Object.keys(input).length > 0 ? renderValue(input, '') : '';
  const success = operation.responses.find(({ status }) => /^2\d\d$/.test(status))?.status;
  return `import { ${create} } from '${packageName}/${api.name}';

const ${variable} = ${create}(${options});
const result = await ${variable}${access(operation.id)}(${written});
${
  success === undefined
    ? 'console.log(result.status, result.body);'
    : `if (result.status === ${success}) console.log(result.body);
else throw new Error(\`refused with \${result.status}\`);`
}
`;
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
