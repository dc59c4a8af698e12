import type { OutputFile } from '../base/output-file.ts';
import type { ApiModel } from '../model/api-model.ts';
import { callNamesOf } from './call-names.ts';
import { operationComment, renderComment } from './comments.ts';
import { quote, toTypeName } from './names.ts';
import { literalOf } from './render-constants.ts';
import type { Contract } from './runtime/contract.ts';
import { bodyWriterOf, needsOptions } from './render-client.ts';

/**
 * A module with a function for each operation: whoever takes one bundles no other. Its declarations lean on those of
 * the client, so that both are called alike.
 */
export function renderCalls(api: ApiModel, contract: Contract, header: string): OutputFile[] {
  const name = toTypeName(api.name);
  const writer = bodyWriterOf(api);
  const names = callNamesOf(api.operations);
  const shared = ['schemes', 'servers', ...(contract.xml ? ['xml'] : [])].join(', ');
  const options = `options${needsOptions(api, contract) ? '' : ' = {}'}`;
  const comments = api.operations.map(
    (operation) => [operation, operationComment(api, operation).replaceAll(/^ {2}/gm, '')] as const,
  );
  const calls = comments.map(([{ id }, comment]) => {
    const literal = literalOf(toJson(contract.operations[id]));
    return `${comment}
export const ${names.get(id)} = /* @__PURE__ */ operation(${quote(id)}, ${literal});
`;
  });
  const types = comments.map(
    ([{ id }, comment]) => `${comment}
export declare const ${names.get(id)}: OperationOf<${name}Client[${quote(id)}]>;
`,
  );
  const about = renderComment([
    `Where ${api.title} is, and who calls it: what each operation takes first.`,
  ]);
  return [
    {
      path: `${api.name}/calls.js`,
      text: `${header}import { operation } from '../runtime/operation.js';
import { toSettings } from '../runtime/settings.js';
import { writeParameter } from '../runtime/wire/write-parameter.js';
import { ${writer} } from '../runtime/${writer === 'writeAnyBody' ? 'write-any-body' : 'write-plain-body'}.js';
import { ${shared} } from './operations.js';
export { ClientError, UnexpectedResponseError } from '../runtime/errors.js';
${about}
export function connect(${options}) {
    return toSettings({ operations: {}, ${shared} }, options, { writeBody: ${writer}, writeParameter });
}
${calls.join('')}`,
    },
    {
      path: `${api.name}/calls.d.ts`,
      text: `${header}import type { OperationOf } from '../runtime/operation.js';
import type { Settings } from '../runtime/settings.js';
import type { ${name}Client, ${name}ClientOptions } from './client.js';
export { ClientError, UnexpectedResponseError } from '../runtime/errors.js';
export type { Settings as Connection } from '../runtime/settings.js';
${about}
export declare function connect(options${needsOptions(api, contract) ? '' : '?'}: ${name}ClientOptions): Settings;
${types.join('')}`,
    },
  ];
}

function toJson(value: unknown) {
  // What JSON leaves out is left out.
  return JSON.parse(JSON.stringify(value)) as Parameters<typeof literalOf>[0];
}
