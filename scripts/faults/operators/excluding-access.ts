import type { ErrorKind } from '../../model/policies.ts';
import { isCarriedOut, toRefused } from '../answer-parts.ts';
import { judgeSecret, lastingOf, secretOf, waysInto, withSecrets } from '../credential-parts.ts';
import type { RequestDraft, Operator, SeenExchange, Sent } from '../operator.ts';
import { withField } from '../request-parts.ts';
import { challengeFor, entranceOf, readOnly, securityOf, type Entrance } from './entrance.ts';
import { isGuarded } from './refused.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

const ACCESS = { class: 'access', changes: 'verdict' } as const;

/** An operator that keeps somebody out. */
interface Excluding {
  readonly id: string;
  readonly title: string;
  readonly difficulty: 0 | 1 | 2 | 3;
  readonly kind: ErrorKind;
  readonly isMeant: (entrance: Entrance, sent: Sent) => boolean;
  readonly draft: (entrance: Entrance) => RequestDraft | undefined;
}

const EXCLUDING: readonly Excluding[] = [
  {
    id: 'excludes-everybody',
    title: 'refuses a valid credential',
    difficulty: 0,
    kind: 'unauthenticated',
    isMeant: () => true,
    draft: ({ valid }) => valid,
  },
  {
    id: 'forbids-everybody',
    title: 'forbids what a valid credential may do',
    difficulty: 0,
    kind: 'forbidden',
    isMeant: () => true,
    draft: ({ valid }) => valid,
  },
  {
    id: 'excludes-lower-case-word',
    title: 'refuses the word before a credential in lower case',
    difficulty: 2,
    kind: 'unauthenticated',
    isMeant: (_, { headers }) => /^[a-z]+ /.test(headers.authorization ?? ''),
    draft: ({ valid }) => {
      const given = valid.headers['authorization'];
      const lowered = given?.replace(/^\w+ /, (word) => word.toLowerCase());
      return lowered === given ? undefined : withField(valid, 'authorization', lowered);
    },
  },
  {
    id: 'excludes-second-client',
    title: 'knows only the first of its clients',
    difficulty: 2,
    kind: 'unauthenticated',
    isMeant: ({ api, way }, sent) => {
      const [name = ''] = way.requirement.keys();
      const known = judgeSecret(api, name, sent, 0);
      return typeof known === 'object' && known.id !== lastingOf(api, name)[0]?.id;
    },
    draft: ({ api, valid, way }) => {
      const [name = ''] = way.requirement.keys();
      const second = lastingOf(api, name)[1];
      return second && way.secrets.length === 1
        ? withSecrets(api, valid, secretOf(api, second))
        : undefined;
    },
  },
  {
    id: 'excludes-second-way',
    title: 'knows only the first of the ways to authenticate',
    difficulty: 2,
    kind: 'unauthenticated',
    isMeant: ({ judge }, sent) => judge(sent, 0).includes('missing'),
    draft: ({ api, operation, valid }) => {
      const second = waysInto(api, operation)[1];
      return second && withSecrets(api, valid, second.secrets);
    },
  },
  {
    id: 'forbids-reading',
    title: 'forbids a read-only credential to read',
    difficulty: 2,
    kind: 'forbidden',
    isMeant: ({ judge }, sent) =>
      judge(sent, 0).some((it) => typeof it === 'object' && it.access === 'read'),
    draft: ({ api, operation, valid, way }) =>
      operation.access === 'write' ? undefined : readOnly(api, valid, way.requirement.keys()),
  },
];

/** Operators that keep out who may come in. */
export const EXCLUDING_OPERATORS: readonly Operator[] = EXCLUDING.map(
  ({ id, title, difficulty, kind, isMeant, draft }) => ({
    ...ACCESS,
    id,
    difficulty,
    title,
    places(api, operation) {
      const entrance = entranceOf(api, operation);
      const request = entrance && isGuarded(operation) ? draft(entrance) : undefined;
      if (!entrance || !request || statusOfRefusal(operation, kind) < 400) return [];
      const after = (seen: SeenExchange) =>
        isCarriedOut(seen) && isMeant(entrance, seen.sent)
          ? toRefused(api, operation, seen, kind, challengeFor(kind))
          : seen.answer;
      return [
        {
          at: WHOLE_ANSWER,
          clause: securityOf(api, operation),
          deviate: () => ({ after }),
          witness: () => stepsOf(request),
        },
      ];
    },
  }),
);
