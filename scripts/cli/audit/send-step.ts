import type { Json, JsonObject } from '../../base/json.ts';
import { parseJson } from '../../base/json-text.ts';
import { UserError } from '../../base/user-error.ts';
import {
  credentialOf,
  NO_CREDENTIAL,
  type AppliedCredential,
} from '../../contract/wire/credentials.ts';
import type { Mock } from '../../mock/mock.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { SendStep } from '../../model/stated-fact.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import { grown } from './filled-in.ts';

/** What came back. */
export interface StepAnswer {
  readonly status: number;
  readonly headers: JsonObject;
  readonly text: string;
  /** The body as JSON, where it is that. */
  readonly body: Json | undefined;
}

interface Target {
  readonly api: ApiModel;
  readonly mock: Mock;
  /** Milliseconds since the Unix epoch, by which a credential has ended or not. */
  readonly now: number;
}

/** Sends the request of a step; a UserError where it names a credential or a server that is not there. */
export async function sendStep(target: Target, step: SendStep, fact: string): Promise<StepAnswer> {
  const { send, headers = {}, body, text, times = 1 } = step;
  const [method = '', place = ''] = send.split(' ', 2);
  const credential = applied(target, step.as, fact);
  const cookies = credential.cookies.join('; ');
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(grown(body)));
  const request = {
    method,
    url: withQuery(pathOf(target.mock, place), credential.query),
    headers: {
      ...(text === undefined && body !== undefined && { 'content-type': 'application/json' }),
      ...Object.fromEntries(credential.headers),
      ...(cookies !== '' && { cookie: cookies }),
      ...headers,
    },
    ...(payload !== undefined && { payload }),
  };
  let answer = await target.mock.inject(request);
  for (let sent = 1; sent < times; sent += 1) answer = await target.mock.inject(request);
  const parsed = parseJson(answer.body);
  return {
    status: answer.statusCode,
    headers: Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
    ),
    text: answer.body,
    body: 'value' in parsed ? parsed.value : undefined,
  };
}

/** A path is one of the first server; an address is that of the server whose address it begins with. */
function pathOf({ mounts }: Mock, place: string): string {
  if (place.startsWith('/')) return `${mounts[0]?.basePath ?? ''}${place}`;
  const mount = mounts.find(({ server }) => place.startsWith(server));
  if (mount) return `${mount.basePath}${place.slice(mount.server.length)}`;
  throw new UserError('unknown-server', `No server of the description has ${place}`, {
    hint: `The servers are: ${mounts.map(({ server }) => server).join(', ')}.`,
  });
}

function withQuery(url: string, pairs: readonly string[]): string {
  if (pairs.length === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

/** Credentials of one id go together; where nobody is named, those of the first that may write and has not ended. */
function applied({ api, now }: Target, as: string | undefined, fact: string): AppliedCredential {
  if (as === 'nobody') return NO_CREDENTIAL;
  const known = credentialsOf(api);
  const able = known.find(
    ({ access, expires }) =>
      access === 'write' && (expires === undefined || Date.parse(expires) > now),
  );
  const wanted = as ?? able?.id;
  if (wanted === undefined) return NO_CREDENTIAL;
  const secrets = new Map(
    known.filter(({ id }) => id === wanted).map(({ scheme, value }) => [scheme, value]),
  );
  if (secrets.size === 0) {
    const ids = [...new Set(known.map(({ id }) => id)), 'nobody'];
    throw new UserError('unknown-credential', `Fact ${fact} is tried as "${wanted}"`, {
      hint: `It may be: ${ids.join(', ')}.`,
    });
  }
  return credentialOf(api, [...secrets.keys()], secrets) ?? NO_CREDENTIAL;
}
