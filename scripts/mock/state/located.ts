import { textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Header, Operation } from '../../model/api-model.ts';
import { responseFor, successOf } from '../../model/documented-response.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { fillPath } from '../../wire/fill-path.ts';
import { writeParameter } from '../../wire/write-parameter.ts';
import type { AnswerDraft, Asked } from '../behaviour/step.ts';
import { encodeComponent } from '../../base/encode-component.ts';

interface New {
  readonly policy: ResourcePolicy;
  /** What the example shows of such a thing. */
  readonly example: Json | undefined;
  readonly id: Json | undefined;
}

/** The answer with the address of what is new where it tells one (`Location`, RFC 9110, section 10.2.2). */
export function located(
  api: ApiModel,
  asked: Asked,
  draft: AnswerDraft,
  { policy: { key, name, inferred }, example, id }: New,
): AnswerDraft {
  const { location } = draft.headers;
  const header = inferred ? undefined : locationOf(asked.operation);
  if (key === undefined || id === undefined || (location === undefined && !header)) return draft;
  const tell = (address: string) => ({
    ...draft,
    headers: { ...draft.headers, location: address },
  });
  const shown = encodeComponent(textOf(valueAt(example ?? null, key)));
  const end = (location?.lastIndexOf('/') ?? -1) + 1;
  if (location?.slice(end) === shown)
    return tell(`${location.slice(0, end)}${encodeComponent(textOf(id))}`);
  const address = header && addressOf(api, asked, name, id);
  if (!header || address === undefined) return draft;
  const isAllowed =
    header.schema === undefined ||
    api.schemas.check(header.schema, address, 'response').length === 0;
  return isAllowed ? tell(address) : draft;
}

function locationOf(operation: Operation): Header | undefined {
  const { status = 201 } = successOf(operation) ?? {};
  const headers = responseFor(operation, status)?.headers;
  return headers?.find((it) => it.name.toLowerCase() === 'location');
}

/** Where a thing is read, as seen from where it is made; undefined where that is not below. */
function addressOf(
  { operations }: ApiModel,
  { operation, parameters, call }: Asked,
  name: string,
  id: Json,
): string | undefined {
  const reader = operations.find(
    ({ method, resource }) =>
      method === 'get' && resource?.name === name && resource.action === 'read',
  );
  if (!reader?.path.startsWith(`${operation.path}/`)) return undefined;
  const path = fillPath(reader.path, (variable) => {
    const own = parameters.find((it) => it.parameter.name === variable);
    const parameter = reader.parameters.find((it) => it.in === 'path' && it.name === variable);
    const value = variable === reader.resource?.id ? id : own?.value;
    return parameter && value !== undefined ? writeParameter(parameter, value) : undefined;
  });
  // A reference is relative to the last slash of where it is told (RFC 3986, section 5.2.3).
  return path?.slice(call.path.lastIndexOf('/') + 1);
}
