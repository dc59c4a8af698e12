import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { SecurityRequirement } from '../../model/security.ts';
import { credentialsOf, scopesOf } from '../../wire/credentials.ts';
import type { Profiles } from '../wire/profiles.ts';
import type { RecordedStep } from './recorded-step.ts';

/** What is known of a secret beyond that it was sent. */
interface KnownCredential {
  /** Those that belong together share it. */
  readonly id: string;
  readonly access: 'read' | 'write';
  readonly plan: string | undefined;
  /** When it ends, in milliseconds since 1970; Infinity for never. */
  readonly expires: number;
  readonly scopes: readonly string[] | undefined;
}

/** Secrets of a security scheme that somebody has told about. */
export type KnownCredentials = ReadonlyMap<string, ReadonlyMap<string, KnownCredential>>;

/** Those that a description has for its mock, and over them those that a user gives by profile. */
export function knownCredentials(api: ApiModel, profiles: Profiles): KnownCredentials {
  const known = new Map<string, Map<string, KnownCredential>>();
  const tell = (scheme: string, secret: string, credential: KnownCredential): void => {
    const secrets = known.get(scheme) ?? new Map<string, KnownCredential>();
    known.set(scheme, secrets.set(secret, credential));
  };
  for (const { scheme, value, id, access, plan, expires, scopes } of credentialsOf(api)) {
    const end = expires === undefined ? Infinity : Date.parse(expires);
    tell(scheme, value, { id, access, plan, expires: end, scopes });
  }
  for (const [profile, secrets] of Object.entries(profiles)) {
    for (const [scheme, secret] of secrets) {
      tell(scheme, secret, {
        id: profile,
        access: profile === 'readOnly' ? 'read' : 'write',
        plan: undefined,
        expires: profile === 'expired' ? -Infinity : Infinity,
        scopes: profile === 'narrow' ? [] : undefined,
      });
    }
  }
  return known;
}

/** How a request meets one of the ways into an operation: with all of its schemes, each of which is known. */
export interface KnownWay {
  readonly credentials: readonly KnownCredential[];
  /** Whether they belong together. */
  readonly isOne: boolean;
  readonly isExpired: boolean;
  readonly access: 'read' | 'write';
  readonly hasScopes: boolean;
}

/** The ways into an operation that a request meets; undefined where it shows something that nobody has told about. */
export function waysOf(
  known: KnownCredentials,
  step: RecordedStep,
): readonly KnownWay[] | undefined {
  const { operation, presented, api } = step;
  const names = [...new Set(operation.security.flatMap((it) => [...it.keys()]))];
  const shown = names.filter((name) => presented.has(name));
  const told = new Map(
    shown.flatMap((name) => {
      const secret = presented.get(name);
      const found = typeof secret === 'object' ? known.get(name)?.get(secret.secret) : undefined;
      return found ? [[name, found] as const] : [];
    }),
  );
  if (told.size < shown.length) return undefined;
  return operation.security.flatMap((requirement) => {
    const credentials = [...requirement.keys()].flatMap((name) => told.get(name) ?? []);
    if (requirement.size === 0 || credentials.length < requirement.size) return [];
    return [toWay(api, requirement, credentials, step)];
  });
}

function toWay(
  api: ApiModel,
  requirement: SecurityRequirement,
  credentials: readonly KnownCredential[],
  { began }: RecordedStep,
): KnownWay {
  const needed = [...requirement].map(([name, scopes]) => ({ name, scopes }));
  return {
    credentials,
    isOne: new Set(credentials.map(({ id }) => id)).size === 1,
    // Where nobody says when it was sent, it may have been before.
    isExpired: credentials.some(({ expires }) => expires <= (began ?? -Infinity)),
    access: credentials.every(({ access }) => access === 'write') ? 'write' : 'read',
    hasScopes: needed.every(({ name, scopes }, i) => {
      const own = credentials[i]?.scopes;
      return (
        own === undefined ||
        scopesOf(api, name).length === 0 ||
        scopes.every((it) => own.includes(it))
      );
    }),
  };
}

/** The plan of whoever sent a request, where somebody has told. */
export function toldPlan(known: KnownCredentials, { presented }: RecordedStep): string | undefined {
  for (const [name, secret] of presented) {
    const found = typeof secret === 'object' ? known.get(name)?.get(secret.secret) : undefined;
    if (found) return found.plan;
  }
  return undefined;
}

/** Whether an operation asks for more than one scheme at once. */
export function needsSeveral({ security }: Operation): boolean {
  return security.some(({ size }) => size > 1);
}
