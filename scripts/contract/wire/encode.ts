import type { Operation, ParameterLocation } from '../../model/api-model.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import { serializeParameter } from '../../wire/parameter-style.ts';
import type { Draft } from '../generation/draft.ts';
import type { AppliedCredential } from './credentials.ts';
import { writeBody } from './encode-body.ts';

/** Writes a draft down as the bytes that go to the target. */
export function encodeRequest(
  target: string,
  operation: Operation,
  draft: Draft,
  credential: AppliedCredential,
): WireRequest {
  const written = (location: ParameterLocation) =>
    draft.parameters.flatMap(({ parameter, value }) =>
      parameter.in === location
        ? [[parameter.name, serializeParameter(parameter, value)] as const]
        : [],
    );
  const path = written('path').reduce(
    (template, [name, text]) => template.replace(`{${name}}`, () => text),
    operation.path,
  );
  const query = [...written('query').map(([, text]) => text), ...credential.query].join('&');
  const cookies = [...written('cookie').map(([, text]) => text), ...credential.cookies];
  const body = draft.body && writeBody(draft.body.mediaType, draft.body.value);
  return {
    method: operation.method.toUpperCase(),
    url: `${target}${path}${query === '' ? '' : `?${query}`}`,
    headers: [
      ['accept', acceptOf(operation)],
      ...(body ? [['content-type', body.contentType] as const] : []),
      ...written('header'),
      ...(cookies.length > 0 ? [['cookie', cookies.join('; ')] as const] : []),
      ...credential.headers,
    ],
    body: body?.text,
  };
}

function acceptOf(operation: Operation): string {
  const documented = operation.responses.flatMap(({ content }) =>
    content.map(({ mediaType }) => mediaType),
  );
  return [...new Set(documented)].join(', ') || '*/*';
}
