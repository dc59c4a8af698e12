import type { ApiModel, Operation, Parameter } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { waysInto, withSecrets } from './credential-parts.ts';
import { describeBody } from '../wire/describe-body.ts';
import { writeBody } from '../wire/write-body.ts';
import type { RequestDraft } from './operator.ts';
import { jsonContentOf, readSent, toSent, withParameter } from './request-parts.ts';
import { sampleAt } from './sample.ts';

interface Found {
  readonly draft: RequestDraft | undefined;
}

const FOUND = new WeakMap<ApiModel, WeakMap<Operation, Found>>();

/**
 * A valid request to an operation with a valid credential: examples where there are any, else the
 * least that the schemas ask for. Undefined where that breaks a constraint all the same. Each of thousands of
 * faults of an operation asks for it, and it is the same for all.
 */
export function exampleRequest(api: ApiModel, operation: Operation): RequestDraft | undefined {
  const byOperation = FOUND.get(api) ?? new WeakMap<Operation, Found>();
  FOUND.set(api, byOperation);
  const found = byOperation.get(operation) ?? { draft: findRequest(api, operation) };
  byOperation.set(operation, found);
  return found.draft;
}

function findRequest(api: ApiModel, operation: Operation): RequestDraft | undefined {
  const draft = withSecrets(
    api,
    bareRequest(api, operation),
    waysInto(api, operation)[0]?.secrets ?? [],
  );
  return isValid(api, operation, draft) ? draft : undefined;
}

/** Whether a draft breaks no constraint. */
function isValid(api: ApiModel, operation: Operation, draft: RequestDraft): boolean {
  const read = readSent(api, operation, toSent(draft));
  return read !== undefined && read.content !== 'malformed' && read.breaches.length === 0;
}

function bareRequest(api: ApiModel, operation: Operation): RequestDraft {
  const { body, parameters } = operation;
  const json = jsonContentOf(operation);
  const media = json ?? body?.content.find(({ examples }) => examples.length > 0);
  const value = media && exampleOf(api, media);
  const isSent = media !== undefined && value !== undefined;
  const sent = isSent ? writeBody(describeBody(api.document, media), value) : undefined;
  const bare: RequestDraft = {
    method: operation.method.toUpperCase(),
    path: operation.path,
    query: '',
    headers: {
      ...(sent && { 'content-type': sent.contentType }),
      // Whatever is there may be written to.
      ...(operation.conditional?.ifMatch === 'required' && { 'if-match': '*' }),
    },
    body: sent?.text,
  };
  return parameters
    .filter(({ required }) => required)
    .reduce((draft, it) => withParameter(operation, draft, it, parameterSample(api, it)), bare);
}

/** A value for a parameter. */
export function parameterSample(api: ApiModel, parameter: Parameter): Json {
  return exampleOf(api, parameter) ?? 'text';
}

function exampleOf(
  { document }: ApiModel,
  { examples, schema }: Pick<Parameter, 'examples' | 'schema'>,
): Json | undefined {
  return examples[0]?.value ?? (schema && sampleAt(document, schema));
}
