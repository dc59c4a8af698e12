import type { ApiModel } from '../../model/api-model.ts';
import { textOf } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { jsonIn } from './content.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** What was issued in the exchanges so far. */
export interface Sessions {
  readonly isOpen: (scheme: string, secret: string, at: number) => boolean;
  /** Whether it was, even if it has ended. */
  readonly wasIssued: (secret: string) => boolean;
}

/** The sessions that these exchanges began, each to its end (`x-session`). */
export function sessionsIn(api: ApiModel, exchanges: readonly Recorded[]): Sessions {
  const { session } = api.policies;
  const issued = new Map<string, number>();
  for (const recorded of session ? exchanges : []) {
    const token = issuedBy(api, recorded);
    if (token !== undefined) issued.set(token, recorded.at + (session?.lifetime ?? 0) * 1000);
  }
  return {
    isOpen: (scheme, secret, at) =>
      scheme === session?.scheme && at < (issued.get(secret) ?? -Infinity),
    wasIssued: (secret) => issued.has(secret),
  };
}

/** What a login issues; undefined where the exchange is none, was refused, or issued nothing. */
export function issuedBy(api: ApiModel, { request, response }: Recorded): string | undefined {
  const { session } = api.policies;
  const { operation } = routeOf(api, request);
  if (!session || operation?.id !== session.issuedBy || response.status >= 300) return undefined;
  if (session.token !== undefined) {
    const token = valueAt(jsonIn(response) ?? null, session.token);
    return token === undefined ? undefined : textOf(token);
  }
  const scheme = api.securitySchemes.get(session.scheme);
  const name = scheme?.type === 'apiKey' ? scheme.name : undefined;
  const [key, value = ''] =
    (response.headers['set-cookie'] ?? '').split(';', 1)[0]?.split('=') ?? [];
  return key === name ? decodeURIComponent(value) : undefined;
}
