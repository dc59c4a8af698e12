import { objectOf, stringOf } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { UserError } from '../../base/user-error.ts';
import type { Targets } from '../../contract/check-options.ts';
import { requestToken, type ClientGrant } from '../../contract/wire/client-grant.ts';
import {
  NO_PROFILES,
  PROFILES,
  type ClientSecret,
  type GivenProfiles,
  type Profile,
  type Profiles,
} from '../../contract/wire/profiles.ts';
import type { Renewal } from '../../contract/wire/renew.ts';
import { createSender, type Send } from '../../contract/wire/send.ts';
import { realmPath } from '../../mock/oauth/realm.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { scopesOf } from '../../wire/credentials.ts';
import type { Io } from '../io.ts';
import { isLocal } from './is-local.ts';

interface Where {
  readonly targets: Targets;
  /** Whether a mock of ours is there, which has tokens of its own. */
  readonly isMock?: boolean | undefined;
  /** In place of what the description says. */
  readonly tokenUrl?: string | undefined;
}

/** The secrets of a run, and how those of them end and are renewed that a client got itself. */
interface Obtained {
  readonly profiles: Profiles;
  readonly renewals: readonly Renewal[];
}

const TIMEOUT = 10_000;
const LARGEST = 1024 * 1024;

/** Secrets for a server, or for a mock of ours, where a client needs none of its own. */
export async function secretsFor(
  io: Io,
  api: ApiModel | undefined,
  given: GivenProfiles,
  targets: Targets | undefined,
): Promise<Profiles> {
  if (api && targets) return (await obtainTokens(io, api, given, { targets })).profiles;
  const texts = PROFILES.map((profile) => {
    const own = [...given[profile]].flatMap(([scheme, secret]) =>
      typeof secret === 'string' ? [[scheme, secret] as const] : [],
    );
    return [profile, new Map(own)] as const;
  });
  const { variables } = given;
  return { ...NO_PROFILES, ...(variables && { variables }), ...Object.fromEntries(texts) };
}

/** Gets a token for each client that is given. Throws a UserError where none comes. */
export async function obtainTokens(
  io: Io,
  api: ApiModel,
  given: GivenProfiles,
  where: Where,
): Promise<Obtained> {
  const sender = createSender({ timeout: TIMEOUT, largest: LARGEST });
  const renewals: Renewal[] = [];
  const profiles = new Map<Profile, Map<string, string>>();
  const keep = (profile: Profile, scheme: string, token: string): void => {
    const secrets = profiles.get(profile) ?? new Map<string, string>();
    profiles.set(profile, secrets.set(scheme, token));
  };
  try {
    for (const profile of PROFILES) {
      for (const [scheme, secret] of given[profile]) {
        if (typeof secret === 'string') {
          keep(profile, scheme, secret);
          continue;
        }
        // A file may be for several APIs.
        if (!api.securitySchemes.has(scheme)) continue;
        const url = await tokenUrlOf(sender.send, api, scheme, secret, where);
        const grant = { ...secret, url, scope: secret.scope };
        const { token, expires } = await obtain(sender.send, io, scheme, grant);
        keep(profile, scheme, token);
        if (expires !== undefined) renewals.push({ grant, token, expires });
        const narrow = profile === 'good' && (await tryNarrow(sender.send, io, api, scheme, grant));
        if (narrow && !given.narrow.has(scheme)) keep('narrow', scheme, narrow);
      }
    }
  } finally {
    sender.close();
  }
  const { variables } = given;
  const known = { ...NO_PROFILES, ...(variables && { variables }) };
  return { profiles: { ...known, ...Object.fromEntries(profiles) }, renewals };
}

async function obtain(send: Send, io: Io, scheme: string, grant: ClientGrant) {
  const issued = await requestToken(send, grant, io.now);
  if ('token' in issued) return issued;
  throw new UserError(
    'no-token',
    `There is no token for ${scheme}: ${grant.url}: ${issued.reason}`,
    {
      hint: 'Look at its clientId, clientSecret and scope in the credentials file, and at --token-url.',
    },
  );
}

/** A token that lacks every scope that operations need: for one that the description declares for nothing. */
async function tryNarrow(
  send: Send,
  io: Io,
  api: ApiModel,
  scheme: string,
  grant: ClientGrant,
): Promise<string | undefined> {
  const declared = api.securitySchemes.get(scheme);
  const needed = scopesOf(api, scheme);
  const flows = declared?.type === 'oauth2' ? declared.flows : [];
  const scope = flows.flatMap(({ scopes }) => scopes).find((it) => !needed.includes(it));
  if (scope === undefined || needed.length === 0) return undefined;
  const issued = await requestToken(send, { ...grant, scope }, io.now);
  // A server may give more than it is asked for, and says so then (RFC 6749, section 3.3).
  const isNarrow = 'token' in issued && (issued.scope ?? scope) === scope;
  return isNarrow ? issued.token : undefined;
}

/** Where tokens of a scheme come from: a secret goes to no other machine in the clear. */
async function tokenUrlOf(
  send: Send,
  api: ApiModel,
  scheme: string,
  secret: ClientSecret,
  where: Where,
): Promise<string> {
  const written =
    secret.tokenUrl ?? where.tokenUrl ?? (await documentedUrl(send, api, scheme, where));
  const url = written === undefined ? null : URL.parse(written);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UserError('no-token-url', `Nobody says where tokens for ${scheme} come from`, {
      hint: 'Pass --token-url URL, or write a tokenUrl beside its clientId.',
    });
  }
  if (url.protocol === 'http:' && !isLocal(url.href)) {
    throw new UserError('insecure-token-url', `${url.href} would be sent the secret in the clear`, {
      hint: 'Pass its https address: --token-url URL.',
    });
  }
  return url.href;
}

async function documentedUrl(
  send: Send,
  api: ApiModel,
  scheme: string,
  { targets, isMock }: Where,
): Promise<string | undefined> {
  const [target = ''] = targets.values();
  if (isMock) return `${new URL(target).origin}${realmPath(api.name, scheme)}/token`;
  const declared = api.securitySchemes.get(scheme);
  if (declared?.type === 'oauth2') {
    const urls = declared.flows.flatMap(({ kind, tokenUrl }) =>
      tokenUrl === undefined ? [] : [{ kind, tokenUrl }],
    );
    const flow = urls.find(({ kind }) => kind === 'clientCredentials') ?? urls[0];
    return flow && atTarget(flow.tokenUrl, targets);
  }
  if (declared?.type !== 'openIdConnect') return undefined;
  const url = atTarget(declared.url, targets);
  const { response } = await send({ method: 'GET', url, headers: [], body: undefined });
  return stringOf(objectOf(jsonOrNone(response?.body ?? ''))['token_endpoint']);
}

/** A documented address; below a server that is really somewhere else, it is there too. */
function atTarget(url: string, targets: Targets): string {
  for (const [server, target] of targets) {
    const base = server.replace(/\/$/, '');
    if (url.startsWith(`${base}/`)) return `${target}${url.slice(base.length)}`;
  }
  const [target = ''] = targets.values();
  return URL.parse(url, `${target}/`)?.href ?? url;
}
