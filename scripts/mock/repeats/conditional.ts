import { whenThere, type Eventual } from '../../base/eventual.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ConditionalPolicy } from '../../model/policies.ts';
import { successOf } from '../../model/documented-response.ts';
import { headerExample } from '../../model/header-example.ts';
import { resourceOf } from '../../model/resource-of.ts';
import type { ReadParameter } from '../../refusal/read-parameters.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';
import type { Answer } from '../../wire/answer.ts';
import { fieldIn } from '../../wire/call.ts';
import type { Accepted } from '../behaviour/step.ts';
import { namesTag, tagOf } from './entity-tag.ts';

type Respond = (accepted: Accepted) => Eventual<Answer | Refusal>;

/** Gives answers entity tags, and answers requests that depend on them (`x-conditional`). */
export function toConditional(api: ApiModel, respond: Respond): Respond {
  /** The tag that a client is told who reads a thing now; undefined where there is none to read. */
  const tagNow = (
    reader: Operation | undefined,
    accepted: Accepted,
    parameters: readonly ReadParameter[],
  ): Eventual<string | undefined> => {
    // Where a write only documents 412, a reader has its tag whether it tells it or not.
    const isDeclared = accepted.operation.conditional !== undefined;
    const policy = reader?.conditional ?? (isDeclared ? undefined : USUAL);
    if (!reader || !policy) return undefined;
    const { prefer: _, ...headers } = accepted.call.headers;
    const call = { ...accepted.call, method: 'GET', headers };
    const question = { ...accepted, call, operation: reader, parameters, body: undefined };
    return whenThere(respond(question), (answer) => {
      if (isRefusal(answer) || !isSuccess(answer)) return undefined;
      // One that an example shows is the one that clients are told.
      const shown = policyOf(reader) ? undefined : answer.headers['etag'];
      return shown ?? tagOf(answer, policy);
    });
  };

  const write = (accepted: Accepted, policy: ConditionalPolicy): Eventual<Answer | Refusal> => {
    const { operation, call, parameters } = accepted;
    const reader = api.operations.find((it) => it.path === operation.path && it.method === 'get');
    const inPath = parameters.filter((it) => it.parameter.in === 'path');
    const wanted = fieldIn(call, 'if-match');
    const carryOut = () =>
      whenThere(respond(accepted), (answer) => {
        if (!operation.conditional || isRefusal(answer) || !isSuccess(answer)) return answer;
        const [shower, named] = made(api, operation, inPath, answer) ?? [reader, inPath];
        return whenThere(tagNow(shower, accepted, named), (tag) => withTag(answer, tag));
      });
    if (policy.ifMatch === undefined || (wanted === undefined && policy.ifMatch === 'honoured'))
      return carryOut();
    if (wanted !== undefined && !operation.conditional && !isMeant(operation, wanted))
      return carryOut();
    return whenThere(tagNow(reader, accepted, inPath), (tag) => {
      // What is not there is refused for that (RFC 9110, section 13.2.1).
      if (tag === undefined) return carryOut();
      if (wanted === undefined) return refused(operation, 428, 'If-Match is needed.');
      if (namesTag(wanted, tag, 'strong')) return carryOut();
      return refused(operation, 412, 'The thing has another entity tag.');
    });
  };

  const policies = new Map<Operation, ConditionalPolicy | undefined>();
  const policyOf = (operation: Operation): ConditionalPolicy | undefined => {
    if (!policies.has(operation)) {
      policies.set(operation, operation.conditional ?? usualOf(api, operation));
    }
    return policies.get(operation);
  };

  return (accepted) => {
    const { operation, call } = accepted;
    const policy = policyOf(operation);
    if (!policy) return respond(accepted);
    if (operation.method !== 'get') return write(accepted, policy);
    return whenThere(respond(accepted), (answer) => {
      const tag = isRefusal(answer) || !isSuccess(answer) ? undefined : tagOf(answer, policy);
      if (isRefusal(answer) || tag === undefined) return answer;
      const known = fieldIn(call, 'if-none-match');
      const isKnown = known !== undefined && namesTag(known, tag, 'weak');
      return isKnown && policy.ifNoneMatch ? unchanged(answer, tag) : withTag(answer, tag);
    });
  };
}

/** Who reads what a request has made, and how it asks for it; undefined where it makes nothing of the kind. */
function made(
  { operations }: ApiModel,
  operation: Operation,
  inPath: readonly ReadParameter[],
  { body }: Answer,
): readonly [reader: Operation, parameters: readonly ReadParameter[]] | undefined {
  const policy = resourceOf(operation);
  if (policy?.action !== 'create' || policy.key === undefined) return undefined;
  const reader = operations.find((it) => {
    const own = resourceOf(it);
    return own?.name === policy.name && own.action === 'read';
  });
  const parameter = reader?.parameters.find(({ name }) => name === resourceOf(reader)?.id);
  const told = typeof body === 'string' ? jsonOrNone(body) : undefined;
  const place = append(policy.item ?? '#', ...policy.key.split('/').slice(1));
  const value = told === undefined ? undefined : valueAt(told, place);
  if (!reader || !parameter || value === undefined) return undefined;
  return [reader, [...inPath, { parameter, value }]];
}

/** What an ETag means where a description only names the header (RFC 9110, sections 8.8.3 and 13.1.2). */
const USUAL: ConditionalPolicy = { etag: 'strong', ifNoneMatch: 'honoured' };

const SOME_TAG = '"0123456789abcdef"';

/** What is expected of an operation whose policy nobody has declared. */
function usualOf(api: ApiModel, operation: Operation): ConditionalPolicy | undefined {
  if (operation.method === 'get') return tellsTag(api, operation) ? USUAL : undefined;
  const isRefused = operation.responses.some(({ status }) => status === '412');
  return isRefused ? { etag: 'strong', ifMatch: 'honoured' } : undefined;
}

/** Whether a field of which nothing is declared asks for a tag, and is not just what the description shows. */
function isMeant({ parameters }: Operation, field: string): boolean {
  const own = parameters.find((it) => it.in === 'header' && it.name.toLowerCase() === 'if-match');
  const isShown = own?.examples.some(({ value }) => value === field) ?? false;
  return !isShown && /^(?:\s*,?\s*(?:W\/)?"[^"]*")+\s*$/.test(field);
}

/** Whether what is read has an ETag of which nothing is shown. */
function tellsTag({ document, schemas }: ApiModel, operation: Operation): boolean {
  const headers = successOf(operation)?.response.headers ?? [];
  const tag = headers.find(({ name }) => name.toLowerCase() === 'etag');
  if (!tag || headerExample(document, tag) !== undefined) return false;
  return tag.schema === undefined || schemas.check(tag.schema, SOME_TAG).length === 0;
}

function isSuccess({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

function withTag(answer: Answer, tag: string | undefined): Answer {
  return tag === undefined ? answer : { ...answer, headers: { ...answer.headers, etag: tag } };
}

/** No content, and of the headers those that say what is known already (RFC 9110, section 15.4.5). */
function unchanged({ headers }: Answer, tag: string): Answer {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith('content-'));
  return { status: 304, headers: { ...Object.fromEntries(kept), etag: tag }, body: undefined };
}

function refused({ pointer, conditional }: Operation, status: number, message: string): Refusal {
  const rest = conditional ? ['x-conditional', 'ifMatch'] : ['responses', String(status)];
  const constraint = append(pointer, ...rest);
  return refuse('invalid', message, { status, constraint, stage: 'behaviour' });
}
