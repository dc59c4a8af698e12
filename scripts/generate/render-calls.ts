import type { OutputFile } from '../base/output-file.ts';
import type { ApiModel } from '../model/api-model.ts';
import { callNamesOf } from './call-names.ts';
import { featuresOf } from './client-features.ts';
import { operationComment, renderComment } from './comments.ts';
import { quote, toTypeName } from './names.ts';
import { literalOf } from './render-constants.ts';
import type { Contract } from './runtime/contract.ts';
import { bodyWriterOf, needsOptions, sharedParts } from './render-client.ts';
import { transpile } from './transpile.ts';

/**
 * A module with a function for each operation: whoever takes one bundles no other. Its declarations lean on those of
 * the client, so that both are called alike.
 */
export function renderCalls(api: ApiModel, contract: Contract, header: string): OutputFile[] {
  const client = `${toTypeName(api.name)}Client`;
  const names = callNamesOf(api.operations);
  const rendered = api.operations.map((operation) => {
    const { id } = operation;
    const declared = `${operationComment(api, operation).replaceAll(/^ {2}/gm, '')}
export`;
    return {
      code: `${declared} const ${names.get(id)} = /* @__PURE__ */ operation(${valuesOf(id, contract).join(', ')});
`,
      types: `${declared} declare const ${names.get(id)}: OperationOf<${client}[${quote(id)}]>;
`,
    };
  });
  const made = rendered.map(({ code }) => code);
  const told = [
    `import type { OperationOf } from '../runtime/operation.js';\n`,
    `import type { ${client} } from './client.js';\n`,
    ...rendered.map(({ types }) => types),
  ];
  // Thousands of operations would take the compiler seconds: what is alike in all of them is written as it writes.
  const head = transpile(
    { path: `${api.name}/calls.ts`, text: renderConnect(api, contract) },
    header,
  );
  return head.map(({ path, text }) => ({
    path,
    text: `${text}${(path.endsWith('.js') ? made : told).join('')}`,
  }));
}

/** What the operations need, and the function that makes what each of them takes first. */
function renderConnect(api: ApiModel, contract: Contract): string {
  const name = toTypeName(api.name);
  const writer = bodyWriterOf(api);
  const shared = sharedParts(contract).join(', ');
  const { policies, modules } = featuresOf(contract);
  const about = renderComment([
    `Where ${api.title} is, and who calls it: what each operation takes first.`,
  ]);
  const issuer = contract.session?.issuedBy;
  const operations = issuer === undefined ? '{}' : literalOfAll([issuer], contract);
  return `import { toConnection } from '../runtime/connect.ts';
import { operation } from '../runtime/operation.ts';
import { writeParameters } from '../runtime/parameters.ts';
import type { Settings } from '../runtime/settings.ts';
import { ${writer} } from '../runtime/${writer === 'writeAnyBody' ? 'write-any-body' : 'write-plain-body'}.ts';
${modules.join('\n')}
import type { ${name}ClientOptions } from './client.ts';
import { ${shared} } from './operations.ts';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.ts';
export { readExactJson } from '../runtime/exact-json.ts';
export type { Settings as Connection } from '../runtime/settings.ts';

${about}
export function connect(options: ${name}ClientOptions${needsOptions(api, contract) ? '' : ' = {}'}): Settings {
  return toConnection({ operations: ${operations}, ${shared} }, options, { writeBody: ${writer}, writeParameters }, [${policies.join(', ')}]);
}
`;
}

/** What makes the function of an operation. */
function valuesOf(id: string, contract: Contract): string[] {
  const { pages, batch, work } = contract.operations[id] ?? {};
  const extras = [
    'dryRun: dryRuns',
    ...(pages ? ['pages: paging'] : []),
    ...(pages?.items === undefined ? [] : ['items: paging']),
    ...(batch ? ['inBatches: batching'] : []),
    ...(work ? ['submitAndWait: waiting'] : []),
  ];
  const others = work ? [literalOfAll([work.statusOperation], contract)] : [];
  return [
    quote(id),
    literalOf(toJson(contract.operations[id])),
    `{ ${extras.join(', ')} }`,
    ...others,
  ];
}

function literalOfAll(ids: readonly string[], { operations }: Contract): string {
  return literalOf(toJson(Object.fromEntries(ids.map((id) => [id, operations[id]]))));
}

function toJson(value: unknown) {
  // What JSON leaves out is left out.
  return JSON.parse(JSON.stringify(value)) as Parameters<typeof literalOf>[0];
}
