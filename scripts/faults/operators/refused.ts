import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { METHODS } from '../../model/api-model.ts';
import type { ErrorKind } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { successContent } from '../answer-parts.ts';
import { clauseOfRefusal, statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { withoutSecrets } from '../credential-parts.ts';
import { exampleRequest } from '../example-request.ts';
import { brokenRequests } from '../site-requests.ts';
import type { RequestDraft, FaultPlace, SeenExchange } from '../operator.ts';
import { withField } from '../request-parts.ts';
import { stepsOf } from './spots.ts';

/** Kinds of refusal that a single request of ours brings about. */
export const PROVOKED_KINDS = [
  'malformed',
  'invalid',
  'unauthenticated',
  'notFound',
  'methodNotAllowed',
  'unsupportedMediaType',
  'notAcceptable',
] as const satisfies readonly ErrorKind[];
type ProvokedKind = (typeof PROVOKED_KINDS)[number];

/** A request that is refused for a kind of reason; undefined where none can be made. */
export function refusedRequest(
  api: ApiModel,
  operation: Operation,
  kind: ProvokedKind,
): RequestDraft | undefined {
  const valid = exampleRequest(api, operation);
  if (!valid || statusOfRefusal(operation, kind) < 400) return undefined;
  switch (kind) {
    case 'malformed':
      return valid.body !== undefined && /json/.test(valid.headers['content-type'] ?? '')
        ? { ...valid, body: valid.body.slice(0, -1) }
        : undefined;
    case 'invalid':
      return brokenRequests(api, operation)[0];
    case 'unauthenticated':
      return isGuarded(operation) ? withoutSecrets(api, valid) : undefined;
    case 'notFound':
      return { ...valid, path: `${operation.path.replaceAll(/[{}]/g, '')}/kiln/no-such-path` };
    case 'methodNotAllowed': {
      const method = strangeMethod(api, operation);
      return method === undefined ? undefined : { ...valid, method, body: undefined };
    }
    case 'unsupportedMediaType':
      return valid.body !== undefined &&
        !operation.body?.content.some(({ mediaType }) => /\*/.test(mediaType))
        ? withField(valid, 'content-type', 'application/x-kiln')
        : undefined;
    case 'notAcceptable':
      return successContent(operation) && withField(valid, 'accept', 'application/x-kiln');
  }
}

/** Whether a credential is needed, and one is known. */
export function isGuarded({ security }: Operation): boolean {
  return security.length > 0 && security.every((it) => it.size > 0);
}

function strangeMethod(api: ApiModel, { path }: Operation): string | undefined {
  const documented = methodsOf(api).get(shapeOf(path)) ?? [];
  return METHODS.filter(
    (it) => !['head', 'options', 'trace', ...documented].includes(it),
  )[0]?.toUpperCase();
}

const KNOWN = new WeakMap<ApiModel, ReadonlyMap<string, readonly string[]>>();

/** The methods of each path, by its shape: found once, for it is asked for each operation. */
function methodsOf(api: ApiModel): ReadonlyMap<string, readonly string[]> {
  const known = KNOWN.get(api);
  if (known) return known;
  const methods = new Map<string, string[]>();
  for (const place of api.operations.flatMap((it) => [it, ...it.printedAs])) {
    const shape = shapeOf(place.path);
    const own = methods.get(shape);
    if (own) own.push(place.method);
    else methods.set(shape, [place.method]);
  }
  KNOWN.set(api, methods);
  return methods;
}

/** A template without the names of its variables. */
function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}]+\}/g, '{}');
}

/** A place where refusals of a kind are answered otherwise. */
export function refusedPlace(
  api: ApiModel,
  operation: Operation,
  kind: ProvokedKind,
  change: (seen: SeenExchange) => Answer,
  clause: Pointer = clauseOfRefusal(api, operation, kind),
): readonly FaultPlace[] {
  const draft = refusedRequest(api, operation, kind);
  if (!draft) return [];
  const after = (seen: SeenExchange) => (seen.refused === kind ? change(seen) : seen.answer);
  const place: FaultPlace = {
    at: `/${kind}`,
    clause,
    deviate: () => ({ after }),
    witness: () => stepsOf(draft),
  };
  const reach = ({ notFound: 'nowhere', methodNotAllowed: 'path' } as const)[kind as string];
  return [reach === undefined ? place : { ...place, reach }];
}
