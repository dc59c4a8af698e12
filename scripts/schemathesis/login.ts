import type { ApiModel } from '../model/api-model.ts';
import type { SecurityScheme } from '../model/security.ts';
import { objectOf } from '../base/json.ts';
import { fragmentOf } from '../base/json-pointer.ts';
import { placeOfCredential } from '../wire/credential.ts';
import { addressOf, type Addresses } from './retarget.ts';

/** How the hooks open a session (`x-session`) and send it along; they read it as JSON. */
interface Login {
  readonly method: string;
  readonly url: string;
  readonly mediaType: string;
  /** Where the answer holds the session: a cookie's name, or a JSON Pointer into the body (RFC 6901). */
  readonly token: { readonly from: 'cookie' | 'body'; readonly at: string };
  readonly sent: { readonly in: string; readonly name: string; readonly prefix: string };
  /** Ids of the operations that take it. */
  readonly operations: readonly string[];
  /** Seconds after which another is opened. */
  readonly renewal: number;
}

/** A login, and the secret body of its request. */
export interface LoginRequest {
  readonly scheme: string;
  readonly login: Login;
  readonly body: string;
}

interface LoginOptions {
  readonly addresses: Addresses;
  /** Texts of the body that the user gave, by property. */
  readonly given: ReadonlyMap<string, string>;
  /** Whether the texts of the description's example stand in for those that are not given. */
  readonly byExample: boolean;
}

/**
 * The request that opens a session: the issuing operation's first example, with the texts that are
 * given. None where nothing issues sessions, or where a text of the example is not known.
 */
export function toLogin(
  api: ApiModel,
  { addresses, given, byExample }: LoginOptions,
): LoginRequest | undefined {
  const { session } = api.policies;
  if (!session) return undefined;
  const issuing = api.operations.find(({ id }) => id === session.issuedBy);
  const sent = sentAs(api.securitySchemes.get(session.scheme));
  const media = issuing?.body?.content.find(({ examples }) => examples.length > 0);
  const target = issuing && addressOf(issuing, addresses);
  if (!issuing || !sent || !media || target === undefined) return undefined;
  const example = Object.entries(objectOf(media.examples[0]?.value));
  const isKnown = example.every(([name, value]) => typeof value !== 'string' || given.has(name));
  if (!byExample && !isKnown) return undefined;
  const body = Object.fromEntries(
    example.map(([name, value]) => [
      name,
      typeof value === 'string' ? (given.get(name) ?? value) : value,
    ]),
  );
  const takers = api.operations.filter(({ security }) =>
    security.some((requirement) => requirement.has(session.scheme)),
  );
  const login: Login = {
    method: issuing.method.toUpperCase(),
    url: `${target}${issuing.path}`,
    mediaType: media.mediaType,
    token:
      session.token === undefined
        ? { from: 'cookie', at: sent.name }
        : { from: 'body', at: fragmentOf(session.token) },
    sent,
    operations: takers.map(({ id }) => id),
    renewal: Math.max(1, Math.floor(session.lifetime / 2)),
  };
  return { scheme: session.scheme, login, body: JSON.stringify(body) };
}

function sentAs(scheme: SecurityScheme | undefined): Login['sent'] | undefined {
  const isToken = scheme?.type === 'http' && scheme.scheme.toLowerCase() === 'bearer';
  return scheme?.type === 'apiKey' || isToken ? placeOfCredential(scheme) : undefined;
}
