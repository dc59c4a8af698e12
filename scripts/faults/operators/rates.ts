import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import type { Answer } from '../../wire/answer.ts';
import { isCarriedOut, toRefused, toSuccess, withHeaders } from '../answer-parts.ts';
import { judgeSecret, secretOf, withSecrets } from '../credential-parts.ts';
import type { Deviation, Operator, SeenExchange, WitnessStep } from '../operator.ts';
import { namespaceIn } from '../request-parts.ts';
import { alike, countingOf, overQuota, senderOf, upToQuota, type Counting } from './counting.ts';
import { WHOLE_ANSWER } from './spots.ts';

interface RateOperator {
  readonly id: string;
  readonly title: string;
  readonly difficulty: 0 | 1 | 2 | 3;
  readonly changes?: 'headers' | 'status';
  readonly deviate: (counting: Counting, now: () => number) => Deviation;
  readonly witness?: (counting: Counting) => readonly WitnessStep[];
  readonly unless?: (counting: Counting) => boolean;
}

const changing = (change: (answer: Answer) => Answer): Deviation => ({
  after: ({ answer }) => change(answer),
});

/** Operators on the figures of every answer: the header, and what becomes of its value. */
const FIGURES: readonly RateOperator[] = (
  [
    ['limit-not-told', 'does not tell the quota', 'limit', () => undefined],
    ['remaining-not-told', 'does not tell what is left of the quota', 'remaining', () => undefined],
    ['reset-not-told', 'does not tell when the quota begins anew', 'reset', () => undefined],
    [
      'limit-overstated',
      'tells a larger quota than it grants',
      'limit',
      (value) => String(Number(value) + 1),
    ],
    ['limit-in-words', 'tells the quota in words', 'limit', (value) => `${value} requests`],
    [
      'remaining-off-by-one',
      'tells one request more than is left',
      'remaining',
      (value) => String(Number(value) + 1),
    ],
    ['remaining-constant', 'tells that nothing was used yet', 'remaining', () => '999999'],
    ['remaining-negative', 'tells that less than nothing is left', 'remaining', () => '-1'],
    [
      'reset-in-milliseconds',
      'tells the reset in milliseconds',
      'reset',
      (value) => String(Number(value) * 1000),
    ],
    ['reset-in-the-past', 'tells a reset that has been', 'reset', () => '1'],
    ['reset-as-date', 'tells the reset as a date', 'reset', () => '2026-01-01T00:00:00Z'],
  ] as const satisfies readonly (readonly [
    string,
    string,
    'limit' | 'remaining' | 'reset',
    (value: string) => string | undefined,
  ])[]
).map(([id, title, figure, change]) => ({
  id,
  title,
  difficulty: 1,
  changes: 'headers',
  unless: ({ names }) => names[figure] === undefined,
  deviate: ({ names }) =>
    changing((answer) => {
      const name = names[figure] ?? '';
      const value = answer.headers[name];
      return value === undefined ? answer : withHeaders(answer, { [name]: change(value) });
    }),
}));

const ENFORCEMENT: readonly RateOperator[] = [
  {
    id: 'quota-ignored',
    title: 'refuses nobody for the number of requests',
    difficulty: 2,
    deviate: ({ api, operation }) => admitting(api, operation, () => true),
    witness: overQuota,
  },
  {
    id: 'quota-one-late',
    title: 'lets one request more through than the quota',
    difficulty: 2,
    deviate: ({ api, operation, policy }, now) => {
      const late = new Set<string>();
      return admitting(api, operation, ({ sent }) => {
        const key = `${senderOf(api, sent)} ${Math.floor(now() / (policy.window * 1000))}`;
        if (late.has(key)) return false;
        late.add(key);
        return true;
      });
    },
    witness: overQuota,
  },
  {
    id: 'quota-one-early',
    title: 'refuses the last request of the quota',
    difficulty: 2,
    unless: ({ names }) => names.remaining === undefined,
    deviate: ({ api, operation, names }) => ({
      after: (seen) =>
        isCarriedOut(seen) && seen.answer.headers[names.remaining ?? ''] === '0'
          ? toRefused(api, operation, seen, 'rateLimited', { headers: { 'retry-after': '1' } })
          : seen.answer,
    }),
    witness: (counting) => upToQuota(counting),
  },
  {
    id: 'quota-shared',
    title: 'counts all clients together',
    difficulty: 3,
    unless: ({ other }) => other === undefined,
    deviate: ({ api, scheme }, now) => ({
      before(sent) {
        const known = judgeSecret(api, scheme, sent, now());
        const first = typeof known === 'object' && alike(api, known)[0];
        return first ? withSecrets(api, sent, secretOf(api, first)) : sent;
      },
    }),
    witness: ({ draft, other, quota }) => [
      ...Array.from({ length: quota }, () => ({ send: draft })),
      ...(other ? [{ send: other }] : []),
    ],
  },
  {
    id: 'quota-for-good',
    title: 'never begins the quota anew',
    difficulty: 3,
    deviate: ({ api, operation }) => {
      const refused = new Set<string>();
      return {
        after(seen) {
          const sender = senderOf(api, seen.sent);
          if (seen.refused === 'rateLimited') refused.add(sender);
          return isCarriedOut(seen) && refused.has(sender)
            ? toRefused(api, operation, seen, 'rateLimited', { headers: { 'retry-after': '1' } })
            : seen.answer;
        },
      };
    },
    witness: (counting) => [
      ...overQuota(counting),
      { wait: counting.policy.window * 1000 },
      { send: counting.draft },
    ],
  },
];

/** Operators on the refusal of a request too many. */
const REFUSALS: readonly RateOperator[] = (
  [
    [
      'retry-after-missing',
      'does not tell when to try again',
      'headers',
      { 'retry-after': undefined },
    ],
    [
      'retry-after-in-words',
      'tells in words when to try again',
      'headers',
      { 'retry-after': 'soon' },
    ],
    ['retry-after-nothing', 'tells to try again at once', 'headers', { 'retry-after': '0' }],
    ['unavailable-for-rate', 'answers 503 where the quota is used up', 'status', 503],
    ['forbidden-for-rate', 'answers 403 where the quota is used up', 'status', 403],
    ['success-for-rate', 'answers 200 where the quota is used up', 'status', 200],
  ] as const
).map(([id, title, changes, change]) => ({
  id,
  title,
  changes,
  difficulty: 2,
  deviate: () => ({
    after: ({ answer, refused }) => {
      if (refused !== 'rateLimited') return answer;
      return typeof change === 'number'
        ? { ...answer, status: change }
        : withHeaders(answer, change);
    },
  }),
  witness: overQuota,
}));

/** A success in place of each refusal that is meant: the last one of the operation, if it is known. */
function admitting(
  api: ApiModel,
  operation: Operation,
  isMeant: (seen: SeenExchange) => boolean,
): Deviation {
  const remembered = new Map<string, Answer>();
  return {
    after(seen) {
      const namespace = namespaceIn(seen.sent);
      if (isCarriedOut(seen)) remembered.set(namespace, seen.answer);
      return seen.refused === 'rateLimited' && isMeant(seen)
        ? toSuccess(api, operation, seen, remembered.get(namespace))
        : seen.answer;
    },
  };
}

const ALL: readonly RateOperator[] = [...FIGURES, ...ENFORCEMENT, ...REFUSALS];

/** Operators on documented quotas. */
export const RATE_OPERATORS: readonly Operator[] = ALL.map(
  ({
    id,
    title,
    difficulty,
    changes = 'verdict' as const,
    deviate,
    witness,
    unless,
  }): Operator => ({
    id,
    class: 'rate',
    difficulty,
    title,
    changes,
    places(api, operation) {
      const counting = countingOf(api, operation);
      if (!counting || unless?.(counting)) return [];
      const steps = witness ?? (({ draft }: Counting) => [{ send: draft }]);
      return [
        {
          at: WHOLE_ANSWER,
          clause: append('#/x-rate-limits', changes === 'headers' ? 'headers' : 'quotas'),
          deviate: ({ now }) => deviate(counting, now),
          witness: () => steps(counting),
        },
      ];
    },
  }),
);
