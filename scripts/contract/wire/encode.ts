import type { Operation, ParameterLocation } from '../../model/api-model.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import { fillPath } from '../../wire/fill-path.ts';
import { writeParameter } from '../../wire/write-parameter.ts';
import type { Draft } from '../generation/draft.ts';
import type { AppliedCredential } from './credentials.ts';
import { writeBody } from './encode-body.ts';

/**
 * Writes a draft down as the bytes that go to the target. Where a value would make its path the address
 * of something else the URL is empty, which nobody can be asked about.
 */
export function encodeRequest(
  target: string,
  operation: Operation,
  draft: Draft,
  credential: AppliedCredential,
): WireRequest {
  const written = (location: ParameterLocation) =>
    draft.parameters.flatMap(({ parameter, value }) => {
      const text = parameter.in === location ? writeParameter(parameter, value) : undefined;
      return text === undefined ? [] : [[parameter.name, text] as const];
    });
  const variables = new Map(written('path'));
  const path = fillPath(operation.path, (name) => variables.get(name));
  const query = [...written('query').map(([, text]) => text), ...credential.query].join('&');
  const cookies = [...written('cookie').map(([, text]) => text), ...credential.cookies];
  const body = draft.body && writeBody(draft.body.mediaType, draft.body.value);
  return {
    method: operation.method.toUpperCase(),
    url: path === undefined ? '' : `${target}${path}${query === '' ? '' : `?${query}`}`,
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
