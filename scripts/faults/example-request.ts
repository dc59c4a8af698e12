import type { ApiModel, Operation, Parameter } from '../model/api-model.ts';
import type { Json } from '../base/json.ts';
import { perOperation } from '../model/per-operation.ts';
import { waysInto, withSecrets } from './credential-parts.ts';
import { describeBody } from '../wire/describe-body.ts';
import { writeBody } from '../wire/write-body.ts';
import type { RequestDraft } from './operator.ts';
import {
  jsonContentOf,
  readSent,
  toSent,
  withParameter,
  type ReadRequest,
} from './request-parts.ts';
import { sampleAt } from './sample.ts';

interface Found {
  readonly draft: RequestDraft | undefined;
  readonly read: ReadRequest | undefined;
}

/**
 * A valid request to an operation with a valid credential: examples where there are any, else the
 * least that the schemas ask for. Undefined where that breaks a constraint all the same. Each of thousands of
 * faults of an operation asks for it, and it is the same for all.
 */
export function exampleRequest(api: ApiModel, operation: Operation): RequestDraft | undefined {
  return foundFor(api, operation).draft;
}

/** A draft as its description reads it; undefined where its encoding defeats that. The example is read once. */
export function readAsSent(
  api: ApiModel,
  operation: Operation,
  draft: RequestDraft,
): ReadRequest | undefined {
  const found = foundFor(api, operation);
  return found.draft === draft ? found.read : readSent(api, operation, toSent(draft));
}

const foundFor = perOperation((api, operation): Found => {
  const draft = withSecrets(
    api,
    bareRequest(api, operation),
    waysInto(api, operation)[0]?.secrets ?? [],
  );
  const read = readSent(api, operation, toSent(draft));
  const isValid = read && read.content !== 'malformed' && read.breaches.length === 0;
  return isValid ? { draft, read } : { draft: undefined, read: undefined };
});

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
