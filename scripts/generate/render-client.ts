import type { ApiModel, Operation } from '../model/api-model.ts';
import { objectOf, stringOf } from '../base/json.ts';
import { placeInThreeOne } from '../model/as-three-one.ts';
import { isJsonType } from '../base/media-type.ts';
import { valueAt } from '../base/json-pointer.ts';
import { operationComment, renderComment } from './comments.ts';
import { quote, toPropertyName, toTypeName } from './names.ts';
import type { Contract } from './runtime/contract.ts';

/** The module that users import: the types of one API's client, and the function that makes it. */
export function renderClient(api: ApiModel, contract: Contract): string {
  const name = toTypeName(api.name);
  const schemes = Object.keys(contract.schemes).filter((it) => isGiven(contract, it));
  const hasServer = contract.servers.length > 0;
  const isNeeded = needsCredentials(api, contract);
  const isOptional = !needsOptions(api, contract);
  const writer = bodyWriterOf(api);
  const parts = ['operations', 'schemes', 'servers', ...(contract.xml ? ['xml'] : [])].join(', ');
  return `import type { Client } from 'openapi-fetch';
import { createClient } from '../runtime/client.ts';
import type { BasicCredential, Secret } from '../runtime/credentials.ts';
import type { Input } from '../runtime/input.ts';
import type { Result } from '../runtime/result.ts';
import type { ClientOptions } from '../runtime/settings.ts';
import { ${writer} } from '../runtime/${writer === 'writeAnyBody' ? 'write-any-body' : 'write-plain-body'}.ts';
import { ${parts} } from './operations.ts';
import type { paths } from './types.ts';

export { ClientError, UnexpectedResponseError } from '../runtime/errors.ts';
export { operations, schemes, servers };
export type { BasicCredential, ClientOptions, Input, Result, Secret };

${schemes.length > 0 ? renderCredentials(api, contract, name) : ''}\
export interface ${name}ClientOptions extends ClientOptions {
${schemes.length > 0 ? `  readonly auth${isNeeded ? '' : '?'}: ${name}Credentials;\n` : ''}\
${hasServer ? '' : '  /** The description names no server. */\n  readonly baseUrl: string;\n'}\
}

${renderComment([`${api.title} ${api.version}: a method for each operation.`])}
export interface ${name}Client {
${api.operations.map((operation) => renderMethod(api, operation)).join('\n')}
  /** openapi-fetch with the credentials and parameter styles of this API. Look at \`response.ok\`: an empty error leaves \`error\` undefined. */
  readonly http: Client<paths>;
}

${renderComment([`Makes a client of ${api.title}.`])}
export function create${name}Client(options: ${name}ClientOptions${isOptional ? ' = {}' : ''}): ${name}Client {
  return createClient({ ${parts} }, options, ${writer}) as ${name}Client;
}
`;
}

/** What writes the bodies of an API: where JSON is all of it, what else there is callers have as text or bytes. */
export function bodyWriterOf({ operations }: ApiModel): 'writePlainBody' | 'writeAnyBody' {
  const media = operations.flatMap(({ body }) => body?.content ?? []);
  return media.every(({ mediaType }) => isJsonType(mediaType) || mediaType.startsWith('text/'))
    ? 'writePlainBody'
    : 'writeAnyBody';
}

/** Whether nothing works before the caller has said something: where the API is, or who calls. */
export function needsOptions(api: ApiModel, contract: Contract): boolean {
  return contract.servers.length === 0 || needsCredentials(api, contract);
}

/** Whether there is no operation that works without a credential. */
function needsCredentials({ operations }: ApiModel, contract: Contract): boolean {
  return operations.length > 0 && !operations.some((it) => isPublic(it, contract));
}

function isPublic({ security }: Operation, contract: Contract): boolean {
  const asksNothing = (names: Iterable<string>) =>
    [...names].every((name) => !isGiven(contract, name));
  return security.length === 0 || security.some((alternative) => asksNothing(alternative.keys()));
}

/** Whether callers have a credential to give; the connection itself carries what is of kind `transport`. */
function isGiven({ schemes }: Contract, name: string): boolean {
  return schemes[name] !== undefined && schemes[name].kind !== 'transport';
}

function renderCredentials(api: ApiModel, { schemes }: Contract, name: string): string {
  const lines = Object.entries(schemes)
    .filter(([, { kind }]) => kind !== 'transport')
    .map(([scheme, { kind }]) => {
      const pointer = api.securitySchemes.get(scheme)?.pointer;
      const described = stringOf(
        objectOf(pointer && valueAt(api.document, pointer))['description'],
      );
      const comment = described ? `${renderComment([described], '  ')}\n` : '';
      const optional = isAlwaysNeeded(api, scheme) ? '' : '?';
      const type = kind === 'basic' ? 'BasicCredential' : 'Secret';
      return `${comment}  readonly ${toPropertyName(scheme)}${optional}: ${type};`;
    });
  return `/** Credentials by security scheme: values, or functions that are called for each request. */
export interface ${name}Credentials {
${lines.join('\n')}
}

`;
}

function isAlwaysNeeded({ operations }: ApiModel, scheme: string): boolean {
  const needing = operations.flatMap(({ security }) => security);
  return needing.every((alternative) => alternative.has(scheme));
}

function renderMethod(api: ApiModel, operation: Operation): string {
  const { id, parameters, body } = operation;
  const { path, method } = placeInThreeOne(operation);
  const type = `paths[${quote(path)}][${quote(method)}]`;
  const isOptional = !parameters.some(({ required }) => required) && !body?.required;
  const input = `input${isOptional ? '?' : ''}: Input<${type}>`;
  return `${operationComment(api, operation)}
  readonly ${toPropertyName(id)}: (${input}) => Promise<Result<${type}>>;`;
}
