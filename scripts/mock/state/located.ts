import { textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Header, Operation } from '../../model/api-model.ts';
import { responseFor, successOf } from '../../model/documented-response.ts';
import { resourceOf } from '../../model/resource-of.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { headerExamples } from '../../wire/header-examples.ts';
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
  const documented = locationOf(asked.operation);
  // Where a resource is only guessed at, an example that is shown is the answer.
  const isShown = documented !== undefined && headerExamples(api, documented).length > 0;
  const header = inferred && isShown ? undefined : documented;
  if (key === undefined || id === undefined || (location === undefined && !header)) return draft;
  const tell = (address: string) => ({
    ...draft,
    headers: { ...draft.headers, location: address },
  });
  const shown = encodeComponent(textOf(valueAt(example ?? null, key)));
  const end = (location?.lastIndexOf('/') ?? -1) + 1;
  // What is made up of any text may be the id by chance, and is no address.
  if (location?.slice(end) === shown && (isShown || end > 0)) {
    const own = readerBelow(api, asked.operation, name);
    const path = own && pathOf(own, asked, id);
    return tell(
      withPath(location, own?.path, path) ??
        `${location.slice(0, end)}${encodeComponent(textOf(id))}`,
    );
  }
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
function addressOf(api: ApiModel, asked: Asked, name: string, id: Json): string | undefined {
  const reader = readerBelow(api, asked.operation, name);
  // A reference is relative to the last slash of where it is told (RFC 3986, section 5.2.3).
  return reader && pathOf(reader, asked, id)?.slice(asked.call.path.lastIndexOf('/') + 1);
}

/** What reads a thing of the name below where it is made. */
function readerBelow(
  { operations }: ApiModel,
  maker: Operation,
  name: string,
): Operation | undefined {
  const reader = operations.find((it) => it.method === 'get' && isReadOf(name, resourceOf(it)));
  return reader?.path.startsWith(`${maker.path}/`) ? reader : undefined;
}

function isReadOf(name: string, policy: ResourcePolicy | undefined): boolean {
  return policy?.name === name && policy.action === 'read';
}

/** The path of what is new: under the same things as the request that made it. */
function pathOf(reader: Operation, { parameters }: Asked, id: Json): string | undefined {
  return fillPath(reader.path, (variable) => {
    const own = parameters.find((it) => it.parameter.name === variable);
    const parameter = reader.parameters.find((it) => it.in === 'path' && it.name === variable);
    const value = variable === resourceOf(reader)?.id ? id : own?.value;
    return parameter && value !== undefined ? writeParameter(parameter, value) : undefined;
  });
}

/** An address whose end fits a template, with another path there: an example tells of another's things. */
function withPath(
  address: string,
  template: string | undefined,
  path: string | undefined,
): string | undefined {
  if (template === undefined || path === undefined) return undefined;
  const wanted = template.split('/').slice(1);
  const parts = address.split('/');
  const end = parts.slice(-wanted.length);
  const fits = wanted.every((part, at) => part.includes('{') || part === end[at]);
  const start = parts.slice(0, -wanted.length);
  return fits && start.length > 0 ? `${start.join('/')}${path}` : undefined;
}
