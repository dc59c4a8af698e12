import type { ApiModel } from '../../model/api-model.ts';
import type { Credential } from '../../model/fixtures.ts';
import { credentialsOf, scopesOf } from '../../wire/credentials.ts';
import type { Secrets } from './credentials.ts';

/**
 * Whose credentials a run has: `good` may do everything and has no quota that ends a run, `expired`
 * worked once, `readOnly` may not write, `narrow` lacks scopes, `metered` has a plan with quotas that can
 * be used up, and `other` belongs to another client than `metered`, or than `good` where nobody is metered.
 */
export const PROFILES = ['good', 'expired', 'readOnly', 'narrow', 'metered', 'other'] as const;
export type Profile = (typeof PROFILES)[number];

/** Secrets by profile; an empty map where a run has none of that kind. */
export type Profiles = Readonly<Record<Profile, Secrets>> & Named;

/** Variables of the environment that secrets were taken from, by `profile scheme`: `$BEARER` for `good bearer`. */
interface Named {
  readonly variables?: ReadonlyMap<string, string> | undefined;
}

/** A client that gets its tokens itself (RFC 6749, section 4.4). */
export interface ClientSecret {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string | undefined;
  /** Where tokens come from; where the description says when left out. */
  readonly tokenUrl?: string | undefined;
}

/** What a user gives: secrets by profile, or what gets them. */
export type GivenProfiles = Readonly<Record<Profile, ReadonlyMap<string, string | ClientSecret>>> &
  Named;

export const NO_PROFILES: Profiles = {
  good: new Map(),
  expired: new Map(),
  readOnly: new Map(),
  narrow: new Map(),
  metered: new Map(),
  other: new Map(),
};

/** The profiles that the credentials which a mock knows give, to test it with. */
export function mockProfiles(api: ApiModel, now: number): Profiles {
  const { good, ...others } = profilesOf(api, credentialsOf(api), now);
  // A scheme that the description does not have is one that the mock does not ask for.
  const asked = api.operations.flatMap(({ security }) => security.flatMap((it) => [...it.keys()]));
  const lost = asked.filter((name) => !api.securitySchemes.has(name));
  return {
    ...others,
    good: new Map([...lost.map((name) => [name, `kiln_${name}`] as const), ...good]),
  };
}

/** The profiles that a description's own fixtures give, to test a server on this machine with. */
export function fixtureProfiles(api: ApiModel, now: number): Profiles {
  return profilesOf(api, api.fixtures.credentials, now);
}

/** The profiles of both, where both have a secret those of the second. */
export function joinProfiles(left: Profiles, right: Profiles): Profiles {
  const joined = PROFILES.map((it) => [it, new Map([...left[it], ...right[it]])] as const);
  const { variables } = right;
  return { ...NO_PROFILES, ...(variables && { variables }), ...Object.fromEntries(joined) };
}

function profilesOf(api: ApiModel, credentials: readonly Credential[], now: number): Profiles {
  const isExpired = ({ expires }: Credential) =>
    expires !== undefined && Date.parse(expires) <= now;
  const valid = credentials.filter((it) => !isExpired(it));
  const whole = valid.filter((it) => !isNarrow(api, it));
  const writing = whole.filter(({ access }) => access === 'write');
  const unmetered = writing.filter((it) => !isMetered(api, it));
  const good = unmetered.length > 0 ? unmetered : writing;
  const metered = writing.filter((it) => isMetered(api, it));
  const [taken = good[0]] = metered;
  const others = writing.filter(({ id }) => id !== taken?.id);
  const alike = others.filter(({ plan }) => plan === taken?.plan);
  return {
    good: secretsOf(good),
    expired: secretsOf(credentials.filter(isExpired)),
    readOnly: secretsOf(whole.filter(({ access }) => access === 'read')),
    narrow: secretsOf(valid.filter((it) => isNarrow(api, it))),
    metered: secretsOf(metered),
    other: secretsOf(alike.length > 0 ? alike : others),
  };
}

/** Whether a credential lacks a scope that some operation needs. */
function isNarrow(api: ApiModel, { scheme, scopes }: Credential): boolean {
  return scopes !== undefined && scopesOf(api, scheme).some((it) => !scopes.includes(it));
}

/** Quotas of the plan that the metered fixtures are on, by category. */
export function meteredQuotas(api: ApiModel): ReadonlyMap<string, number> {
  const metered = credentialsOf(api).find((it) => isMetered(api, it));
  const categories = Object.keys(api.policies.rateLimits?.quotas ?? {});
  return new Map(
    categories.flatMap((category) => {
      const quota = metered && quotaOf(api, metered, category);
      return typeof quota === 'number' ? [[category, quota] as const] : [];
    }),
  );
}

function isMetered(api: ApiModel, credential: Credential): boolean {
  const categories = Object.keys(api.policies.rateLimits?.quotas ?? {});
  return categories.some((category) => typeof quotaOf(api, credential, category) === 'number');
}

/** The documented quota of a credential; a plan that only the fixtures have is not documented. */
function quotaOf({ policies }: ApiModel, { plan }: Credential, category: string) {
  const plans = policies.rateLimits?.quotas[category] ?? {};
  return plan === undefined ? Object.values(plans)[0] : plans[plan];
}

/** The first secret of each scheme, all of one credential where its id says that they belong together. */
function secretsOf(credentials: readonly Credential[]): Secrets {
  const [first] = credentials;
  const together = credentials.filter(({ id }) => id === first?.id);
  const ordered = [...together, ...credentials];
  return new Map(ordered.toReversed().map(({ scheme, value }) => [scheme, value]));
}
