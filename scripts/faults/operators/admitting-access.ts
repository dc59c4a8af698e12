import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Credential } from '../../model/fixtures.ts';
import {
  judgeSecret,
  lastingOf,
  secretOf,
  withoutSecrets,
  withSecrets,
  type Secret,
} from '../credential-parts.ts';
import { credentialPair } from '../../wire/credential-text.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import type { RequestDraft, Operator, FaultPlace, Sent, WitnessStep } from '../operator.ts';
import { withField } from '../request-parts.ts';
import { entranceOf, securityOf, type Entrance } from './entrance.ts';
import { isGuarded } from './refused.ts';
import { isLike, respelled } from './respelling.ts';
import { WHOLE_ANSWER } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** An operator that lets somebody in. */
interface Admitting {
  readonly id: string;
  readonly title: string;
  readonly difficulty: 1 | 2 | 3;
  readonly isMeant: (entrance: Entrance, sent: Sent, now: number) => boolean;
  /** A request by whom it lets in. */
  readonly draft: (entrance: Entrance) => RequestDraft | undefined;
}

const ADMITTING: readonly Admitting[] = [
  {
    id: 'admits-nobody-known',
    title: 'accepts a request without a credential',
    difficulty: 1,
    isMeant: ({ judge }, sent, now) => judge(sent, now).every((it) => it === 'missing'),
    draft: ({ api, valid }) => withoutSecrets(api, valid),
  },
  {
    id: 'admits-unknown',
    title: 'accepts a credential that nobody was given',
    difficulty: 1,
    isMeant: ({ judge }, sent, now) => judge(sent, now).some((it) => it === 'unknown'),
    draft: (entrance) => respelled(entrance, () => 'kiln0unknown0credential0', 'kiln:unknown'),
  },
  {
    id: 'admits-malformed',
    title: 'accepts a credential that is malformed',
    difficulty: 1,
    isMeant: ({ judge }, sent, now) => judge(sent, now).includes('malformed'),
    draft: ({ api, valid, way }) => {
      const isToken = way.secrets.length === 1 && way.secrets[0]?.scheme.type === 'http';
      return isToken
        ? withField(
            withSecrets(api, valid, way.secrets),
            'authorization',
            `${wordOf(way.secrets[0])} {"}`,
          )
        : undefined;
    },
  },
  {
    id: 'admits-expired',
    title: 'accepts a credential that has expired',
    difficulty: 2,
    isMeant: ({ judge }, sent, now) => judge(sent, now).includes('expired'),
    draft: ({ api, valid, way }) => {
      const expiring = credentialsOf(api).find(
        (it) => it.expires !== undefined && way.requirement.has(it.scheme),
      );
      return expiring && way.secrets.length === 1
        ? withSecrets(api, valid, secretOf(api, expiring))
        : undefined;
    },
  },
  {
    id: 'admits-prefix',
    title: 'accepts the beginning of a credential',
    difficulty: 2,
    isMeant: (entrance, sent) =>
      isLike(
        entrance,
        sent,
        (value, text) => value !== text && text.length > 3 && value.startsWith(text),
      ),
    draft: (entrance) => respelled(entrance, (value) => value.slice(0, -1)),
  },
  {
    id: 'admits-longer',
    title: 'accepts a credential with letters after it',
    difficulty: 2,
    isMeant: (entrance, sent) =>
      isLike(entrance, sent, (value, text) => value !== text && text.startsWith(value)),
    draft: (entrance) => respelled(entrance, (value) => `${value}x`),
  },
  {
    id: 'admits-other-case',
    title: 'accepts a credential in the other case',
    difficulty: 2,
    isMeant: (entrance, sent) =>
      isLike(
        entrance,
        sent,
        (value, text) => value !== text && text.toLowerCase() === value.toLowerCase(),
      ),
    draft: (entrance) => respelled(entrance, (value) => value.toUpperCase()),
  },
  {
    id: 'admits-half-of-pair',
    title: 'accepts one credential where two are needed',
    difficulty: 2,
    isMeant: ({ judge }, sent, now) => {
      const verdicts = judge(sent, now);
      return verdicts.includes('missing') && verdicts.some((it) => typeof it === 'object');
    },
    draft: ({ api, valid, way }) =>
      way.secrets.length > 1 ? withSecrets(api, valid, way.secrets.slice(0, 1)) : undefined,
  },
  {
    id: 'admits-mixed-pair',
    title: 'accepts halves of two pairs together',
    difficulty: 2,
    isMeant: ({ api, judge }, sent, now) =>
      isMixed(
        api,
        judge(sent, now).flatMap((it) => (typeof it === 'object' ? [it] : [])),
      ),
    draft: ({ api, valid, way }) => {
      const [first = '', second = ''] = way.requirement.keys();
      const [left] = lastingOf(api, first);
      const right = lastingOf(api, second).find((it) => left && isMixed(api, [left, it]));
      return (
        left &&
        right &&
        withSecrets(
          api,
          valid,
          [left, right].flatMap((it) => secretOf(api, it)),
        )
      );
    },
  },
  {
    id: 'admits-other-scheme',
    title: 'accepts the credential of another scheme',
    difficulty: 2,
    isMeant: ({ api, operation }, sent, now) =>
      othersOf(api, operation).some(
        (name) => typeof judgeSecret(api, name, sent, now) === 'object',
      ),
    draft: ({ api, operation, valid }) => {
      const other = othersOf(api, operation).flatMap((name) => lastingOf(api, name))[0];
      return other && withSecrets(api, valid, secretOf(api, other));
    },
  },
  {
    id: 'admits-in-query',
    title: 'accepts in the query what belongs into a header',
    difficulty: 2,
    isMeant: ({ api, way }, { query }) =>
      [...way.requirement.keys()].every((name, i) =>
        lastingOf(api, name).some(({ value }) => {
          const pair = pairOf(keyOf(way.secrets[i]?.scheme), value);
          return `&${query}&`.includes(`&${pair}&`);
        }),
      ),
    draft: ({ api, valid, way }) => {
      if (way.secrets.some(({ scheme }) => scheme.type === 'apiKey' && scheme.in !== 'header'))
        return undefined;
      const pairs = way.secrets.map(({ scheme, value }) => pairOf(keyOf(scheme), value));
      const query = [valid.query, ...pairs].filter(Boolean).join('&');
      return { ...withoutSecrets(api, valid), query };
    },
  },
];

function pairOf(name: string, value: string): string {
  return credentialPair({ in: 'query', name, value });
}

/** Whether credentials come from different pairs: the halves of one share their id. */
function isMixed(api: ApiModel, credentials: readonly Credential[]): boolean {
  return credentials.some(({ id, scheme }) =>
    credentials.some(
      (other) =>
        other.id !== id &&
        credentialsOf(api).some((it) => it.scheme === scheme && it.id === other.id),
    ),
  );
}

/** The schemes that an operation does not take. */
function othersOf({ securitySchemes }: ApiModel, { security }: Operation): readonly string[] {
  return [...securitySchemes.keys()].filter((name) => !security.some((it) => it.has(name)));
}

function keyOf(scheme: Secret['scheme'] | undefined): string {
  return scheme?.type === 'apiKey' ? scheme.name : 'access_token';
}

function wordOf(secret: Secret | undefined): string {
  return secret?.scheme.type === 'http' ? secret.scheme.scheme : 'Bearer';
}

export const ADMITTING_OPERATORS: readonly Operator[] = ADMITTING.map(
  ({ id, title, difficulty, isMeant, draft }) => ({
    id,
    class: 'access',
    difficulty,
    title,
    changes: 'verdict',
    places(api, operation) {
      const entrance = entranceOf(api, operation);
      if (!entrance || !isGuarded(operation) || statusOfRefusal(operation, 'unauthenticated') < 400)
        return [];
      const request = draft(entrance);
      if (!request) return [];
      const place: FaultPlace = {
        at: WHOLE_ANSWER,
        clause: securityOf(api, operation),
        deviate: ({ now }) => ({
          before: (sent) =>
            isMeant(entrance, sent, now()) ? withSecrets(api, sent, entrance.way.secrets) : sent,
        }),
        witness: () => [...(id === 'admits-expired' ? expiryOf(api) : []), { send: request }],
      };
      return [place];
    },
  }),
);

/** Until the first credential has ended. */
function expiryOf(api: ApiModel): readonly WitnessStep[] {
  const ends = credentialsOf(api).flatMap(({ expires }: Credential) => expires ?? []);
  return ends.length > 0 ? [{ wait: 24 * 60 * 60 * 1000 }] : [];
}
