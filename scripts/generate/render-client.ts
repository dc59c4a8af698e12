import type { ApiModel, Operation } from '../model/api-model.ts';
import { objectOf, stringOf } from '../base/json.ts';
import { placeInThreeOne } from '../model/as-three-one.ts';
import { isJsonType } from '../base/media-type.ts';
import { valueAt } from '../base/json-pointer.ts';
import { operationComment, renderComment } from './comments.ts';
import { featuresOf } from './client-features.ts';
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
  const { policies, extras, options, modules } = featuresOf(contract);
  const parts = ['operations', ...sharedParts(contract)];
  const writes = Object.entries(contract.operations).filter(([, { access }]) => access === 'write');
  const optional = isOptional ? ' = {}' : '';
  const hasPayloads = Object.values(contract.webhooks ?? {}).some(
    (it) => it.dateTimes !== undefined,
  );
  const dating = hasPayloads ? ', datingPayloads(dateTimes)' : '';
  const made = `createClient({ ${parts.join(', ')} }, options, { writeBody: ${writer}, writeParameters }, [${policies.join(', ')}], [${extras.join(', ')}])`;
  return `import type { Client } from 'openapi-fetch';
import type { Batched, Call, FreeCall, Paged, Waited } from '../runtime/calls.ts';
import { createClient } from '../runtime/client.ts';
import type { BasicCredential, Secret } from '../runtime/credentials.ts';
import type { Input } from '../runtime/input.ts';
import { writeParameters } from '../runtime/parameters.ts';
import type { Result } from '../runtime/result.ts';
import type { ClientOptions } from '../runtime/settings.ts';
import { ${writer} } from '../runtime/${writer === 'writeAnyBody' ? 'write-any-body' : 'write-plain-body'}.ts';
${modules.join('\n')}
${dating ? `import { datingPayloads } from '../runtime/date-times.ts';\n` : ''}\
${contract.dateTimes ? `import type { TextsOf } from '../runtime/date-times.ts';\n` : ''}\
${contract.webhooks ? `import { receive, type PayloadOf, type WebhookHandler } from '../runtime/webhook.ts';\n` : ''}\
import { ${[...parts, ...(contract.webhooks ? ['webhooks'] : [])].join(', ')} } from './operations.ts';
import type { paths${contract.webhooks ? ', webhooks as WebhookTypes' : ''} } from './types.ts';

export { ClientError, ResponseError, UnexpectedResponseError } from '../runtime/errors.ts';
export { readExactJson } from '../runtime/exact-json.ts';
export { operations, schemes, servers };
export type { BasicCredential, ClientOptions, Input, Result, Secret };

${schemes.length > 0 ? renderCredentials(api, contract, name) : ''}\
export interface ${name}ClientOptions extends ${options.join(', ')} {
${schemes.length > 0 ? `  readonly auth${isNeeded ? '' : '?'}: ${name}Credentials;\n` : ''}\
${hasServer ? '' : '  /** The description names no server. */\n  readonly baseUrl: string;\n'}\
${renderPlan(contract)}${renderLogin(api, contract)}\
}

${renderComment([`${api.title} ${api.version}: a method for each operation.`])}
export interface ${name}Client {
${api.operations.map((operation) => renderMethod(api, operation, contract)).join('\n')}
  /** openapi-fetch with the credentials and parameter styles of this API. Look at \`response.ok\`: an empty error leaves \`error\` undefined. */
  readonly http: Client<${contract.dateTimes ? 'TextsOf<paths>' : 'paths'}>;
}

${
  writes.length > 0
    ? renderReadType(
        name,
        writes.map(([id]) => id),
      )
    : ''
}\
${renderComment([`Makes a client of ${api.title}.`])}
${writes.length > 0 ? renderOverloads(name, optional) : ''}\
export function create${name}Client(options: ${name}ClientOptions${optional}): ${name}Client${writes.length > 0 ? ' | ' + name + 'ReadClient' : ''} {
  return ${made} as ${name}Client;
}
${contract.webhooks ? renderWebhooks(name, dating) : ''}`;
}

/** Constants of the contract that every call needs; some of them only some descriptions have. */
export function sharedParts({ xml, rate, session, dateTimes }: Contract): string[] {
  const optional = Object.entries({ xml, rate, session, dateTimes });
  return ['schemes', 'servers', ...optional.flatMap(([name, it]) => (it ? [name] : []))];
}

/** A client without the operations that write, for credentials that may only read. */
function renderReadType(name: string, writes: readonly string[]): string {
  const names = writes.map(quote).join(' | ');
  return `/** The same for a credential that may only read: what writes is not there. */
export type ${name}ReadClient = Omit<${name}Client, ${names}>;

`;
}

function renderOverloads(name: string, optional: string): string {
  const own = optional === '' ? 'options' : 'options?';
  return `export function create${name}Client(options: ${name}ClientOptions & { readonly access: 'read' }): ${name}ReadClient;
export function create${name}Client(${own}: ${name}ClientOptions): ${name}Client;
`;
}

function renderWebhooks(name: string, dating: string): string {
  return `
/**
 * Answers the webhooks of a name: gives the payload to a function, which accepts it by returning nothing, or stops
 * what is about to happen, where the sender asks, with \`{ veto: reason }\`.
 */
export function receive${name}Webhook<Name extends keyof typeof webhooks & keyof WebhookTypes>(
  name: Name,
  handle: WebhookHandler<PayloadOf<WebhookTypes[Name]>>,
): (request: Request) => Promise<Response> {
  return receive(webhooks[name], handle${dating});
}
`;
}

/** The plans of the quotas. */
function renderPlan({ rate }: Contract): string {
  const quotas = rate && 'quotas' in rate ? rate.quotas : {};
  const plans = new Set(Object.values(quotas).flatMap((it) => Object.keys(it)));
  if (plans.size === 0) return '';
  return `  /** The plan whose quotas hold; without one they are learnt from what answers say. */
  readonly plan?: ${[...plans].map(quote).join(' | ')} | undefined;
`;
}

function renderLogin(api: ApiModel, { session }: Contract): string {
  const issuer = api.operations.find(({ id }) => id === session?.issuedBy);
  if (!issuer) return '';
  const input = `Input<${typeOf(issuer)}>`;
  return `  /** What ${quote(issuer.id)} is called with when a session is needed, and again when it has ended. */
  readonly login?: ${input} | (() => ${input} | Promise<${input}>) | undefined;
`;
}

/** What writes the bodies of an API: where JSON is all of it, what else there is callers have as text or bytes. */
function bodyWriterOf({ operations }: ApiModel): 'writePlainBody' | 'writeAnyBody' {
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

function isAlwaysNeeded({ operations, policies }: ApiModel, scheme: string): boolean {
  // A login gets it too.
  if (policies.session?.scheme === scheme) return false;
  const needing = operations.flatMap(({ security }) => security);
  return needing.every((alternative) => alternative.has(scheme));
}

function renderMethod(api: ApiModel, operation: Operation, { operations }: Contract): string {
  const { id, parameters, body } = operation;
  const type = typeOf(operation);
  const isOptional = !parameters.some(({ required }) => required) && !body?.required;
  const { pages, batch, work } = operations[id] ?? {};
  const status = api.operations.find((it) => it.id === work?.statusOperation);
  const types = [
    `${isOptional ? 'FreeCall' : 'Call'}<${type}>`,
    ...(pages ? [`Paged<${type}, ${quote(pages.items ?? '')}>`] : []),
    ...(batch ? [`Batched<${type}, ${quote(batch.at)}>`] : []),
    ...(work && status ? [`Waited<${type}, ${typeOf(status)}>`] : []),
  ];
  return `${operationComment(api, operation)}
  readonly ${toPropertyName(id)}: ${types.join(' & ')};`;
}

function typeOf(operation: Operation): string {
  const { path, method } = placeInThreeOne(operation);
  return `paths[${quote(path)}][${quote(method)}]`;
}
