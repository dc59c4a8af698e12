import type { ApiModel, Operation, Parameter, ParameterLocation } from '../../model/api-model.ts';
import { describeBody } from '../../wire/describe-body.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import { fillPath } from '../../wire/fill-path.ts';
import type { WrittenBody } from '../../wire/wire-body.ts';
import { writeBody } from '../../wire/write-body.ts';
import { writeParameter } from '../../wire/write-parameter.ts';
import type { Draft } from '../generation/draft.ts';
import type { AppliedCredential } from './credentials.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/**
 * Writes a draft down as the bytes that go to the target. Where a value would make its path the address
 * of something else the URL is empty, which nobody can be asked about.
 */
export function encodeRequest(
  api: ApiModel,
  target: string,
  operation: Operation,
  draft: Draft,
  credential: AppliedCredential,
): WireRequest {
  const written = (location: ParameterLocation) =>
    draft.parameters.flatMap(({ parameter, value }) => {
      const isOwn = parameter.in === location && !isGivenBy(credential, parameter);
      const text = isOwn ? writeParameter(parameter, value) : undefined;
      return text === undefined ? [] : [[parameter.name, text] as const];
    });
  const variables = new Map(written('path'));
  const path = fillPath(operation.path, (name) => variables.get(name));
  const query = [...written('query').map(([, text]) => text), ...credential.query].join('&');
  const cookies = [...written('cookie').map(([, text]) => text), ...credential.cookies];
  const body = writtenBody(api, operation, draft);
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
    body: body && (body.text ?? new TextDecoder().decode(body.bytes)),
    ...(body && body.text === undefined ? { bytes: body.bytes } : {}),
  };
}

/** Whether a credential stands where a parameter is documented too: it is sent once. */
function isGivenBy(
  { headers, query, cookies }: AppliedCredential,
  { in: location, name }: Parameter,
): boolean {
  if (location === 'header') {
    return headers.some(([field]) => field.toLowerCase() === name.toLowerCase());
  }
  const pairs = location === 'query' ? query : location === 'cookie' ? cookies : [];
  return pairs.some((it) => it.startsWith(`${encodeComponent(name)}=`));
}

/** The body of a draft by what the description says of its media type. */
function writtenBody(
  { document }: ApiModel,
  { body }: Operation,
  draft: Draft,
): WrittenBody | undefined {
  if (!draft.body) return undefined;
  const { mediaType, value, file } = draft.body;
  const media = body?.content.find((it) => it.mediaType === mediaType);
  return writeBody(media ? describeBody(document, media) : { mediaType }, file ?? value);
}

function acceptOf(operation: Operation): string {
  const documented = operation.responses.flatMap(({ content }) =>
    content.map(({ mediaType }) => mediaType),
  );
  return [...new Set(documented)].join(', ') || '*/*';
}
