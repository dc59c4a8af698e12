import type { OutputFile } from '../base/output-file.ts';
import type { ApiModel } from '../model/api-model.ts';
import { callNamesOf } from './call-names.ts';
import { callPartsOf, modulesOf, partsOfOperations } from './call-parts.ts';
import { operationComment, renderComment } from './comments.ts';
import { quote, toTypeName } from './names.ts';
import { literalOf } from './render-constants.ts';
import type { Contract } from './runtime/contract.ts';
import { needsOptions, sharedParts } from './render-client.ts';
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
      code: `${declared} const ${names.get(id)} = /* @__PURE__ */ ${madeOf(id, contract)};
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
    { path: `${api.name}/calls.ts`, text: renderConnect(api, contract, made.join('')) },
    header,
  );
  return head.map(({ path, text }) => ({
    path,
    text: `${text}${(path.endsWith('.js') ? made : told).join('')}`,
  }));
}

/** What the operations need, and the function that makes what each of them takes first. */
function renderConnect(api: ApiModel, contract: Contract, made: string): string {
  const name = toTypeName(api.name);
  const shared = sharedParts(contract).join(', ');
  const { rate } = contract;
  const inConnection = sharedParts(contract)
    .filter((it) => it !== 'rate')
    .concat(rate ? [`rate: { headers: ${literalOf(toJson(rate.headers))} }`] : []);
  const parts = callPartsOf(contract);
  const about = renderComment([
    `Where ${api.title} is, and who calls it: what each operation takes first. ${parts.onDemandNote}`,
  ]);
  const issuer = contract.session?.issuedBy;
  const operations = issuer === undefined ? '{}' : literalOfAll([issuer], contract);
  const writers = [
    `signers: { ${parts.signers.join(', ')} }`,
    ...(issuer === undefined ? [] : partsOfOperations([issuer], contract)),
  ];
  const base = `Omit<${name}ClientOptions, keyof HookOptions${rate ? ' | keyof PaceOptions' : ''}>`;
  const { policies } = parts;
  const modules = modulesOf(`${made} ${[...writers, 'hooks', ...policies].join(' ')}`);
  return `import { toConnection, type OptionsOf } from '../runtime/connect.ts';
import type { Policy, Settings } from '../runtime/settings.ts';
${modules.join('\n')}
import type { HookOptions } from '../runtime/hooks.ts';
${rate ? `import { pacingBy, type PaceOptions } from '../runtime/pace.ts';\n` : ''}\
import type { ${name}ClientOptions } from './client.ts';
import { ${shared} } from './operations.ts';
export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.ts';
export { readExactJson } from '../runtime/exact-json.ts';
export type { Settings as Connection } from '../runtime/settings.ts';
export { dryRun } from '../runtime/dry-run.ts';
${parts.hasLimits ? `export { TooLargeError } from '../runtime/check-size.ts';\n` : ''}\
export { hooks };
${rate ? PACING : ''}\

${about}
export function connect<Used extends readonly Policy<never>[] = []>(options: ${base} & OptionsOf<Used>${needsOptions(api, contract) ? '' : ` = {} as ${base} & OptionsOf<Used>`}, ...used: Used): Settings {
  return toConnection({ operations: ${operations}, ${inConnection.join(', ')} }, options, { ${writers.join(', ')} }, [${[...policies, '...used'].join(', ')}]);
}
`;
}

/** Whoever does not use it carries no quotas. */
const PACING = `/** Keeps to the quotas of the API: no call is sent that would be refused for its number. */
export const pacing: Policy<PaceOptions> = /* @__PURE__ */ pacingBy(rate);
`;

/** What makes the function of an operation. */
function madeOf(id: string, contract: Contract): string {
  const { pages, batch, work } = contract.operations[id] ?? {};
  const extras = [
    ...(pages ? ['pages: paging'] : []),
    ...(pages?.items === undefined ? [] : ['items: paging']),
    ...(batch ? ['inBatches: batching'] : []),
    ...(work ? ['submitAndWait: waiting'] : []),
  ];
  const needed = [id, ...(work ? [work.statusOperation] : [])];
  const others = work ? [literalOfAll([work.statusOperation], contract)] : [];
  const parts = partsOfOperations(needed, contract);
  const own = [quote(id), literalOf(toJson(contract.operations[id]))];
  if (extras.length > 0) own.push(`{ ${parts.join(', ')} }`, `{ ${extras.join(', ')} }`, ...others);
  else if (parts.length > 0) own.push(`{ ${parts.join(', ')} }`);
  return `${extras.length > 0 ? 'extended' : 'operation'}(${own.join(', ')})`;
}

function literalOfAll(ids: readonly string[], { operations }: Contract): string {
  return literalOf(toJson(Object.fromEntries(ids.map((id) => [id, operations[id]]))));
}

function toJson(value: unknown) {
  // What JSON leaves out is left out.
  return JSON.parse(JSON.stringify(value)) as Parameters<typeof literalOf>[0];
}
