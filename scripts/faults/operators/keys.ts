import { append } from '../../base/json-pointer.ts';
import { keyParameterOf } from '../../model/key-parameter.ts';
import type { IdempotencyPolicy } from '../../model/policies.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Clock } from '../../base/clock.ts';
import type { Answer } from '../../wire/answer.ts';
import { fieldIn } from '../../wire/call.ts';
import { isCarriedOut, toRefused } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Deviation, Operator, SeenExchange, Sent, WitnessStep } from '../operator.ts';
import { namespaceIn, withField } from '../request-parts.ts';
import { another, keyed, listedTwice, twice, withAnother, type Own } from './key-requests.ts';
import { WHOLE_ANSWER } from './spots.ts';

/** A request whose key has come before. */
interface Repeat {
  readonly key: string;
  /** Whether it is the same request. */
  readonly isSame: boolean;
  /** Milliseconds since the first. */
  readonly after: number;
  readonly first: Answer;
}

interface KeyOperator {
  readonly id: string;
  readonly title: string;
  readonly changes: Operator['changes'];
  readonly clause: 'repeated' | 'mismatched' | 'lifetime';
  /** Where such keys say so. */
  readonly isFor?: (policy: IdempotencyPolicy) => boolean;
  /** The key that the server is told instead. */
  readonly key?: (repeat: Repeat, sent: Sent, policy: IdempotencyPolicy) => string;
  /** What is answered instead. */
  readonly answer?: (seen: SeenExchange, repeat: Repeat, own: Own) => Answer;
  readonly witness: (own: Own) => readonly WitnessStep[];
}

const isReplaying = ({ repeated }: IdempotencyPolicy) => repeated === 'replayed';

const OF_KEYS: readonly KeyOperator[] = [
  {
    id: 'key-ignored',
    title: 'carries a request out again that comes again with its key',
    changes: 'body',
    clause: 'repeated',
    isFor: isReplaying,
    key: ({ key, isSame }) => (isSame ? another(key, 'again') : key),
    witness: twice,
  },
  {
    id: 'key-repeated-in-silence',
    title:
      'carries a request out again that comes again with its key, and answers as the first time',
    changes: 'body',
    clause: 'repeated',
    isFor: isReplaying,
    key: ({ key, isSame }) => (isSame ? another(key, 'silence') : key),
    answer: ({ answer }, { isSame, first }) => (isSame ? first : answer),
    witness: listedTwice,
  },
  {
    id: 'key-forgotten-early',
    title: 'forgets a key after half of its lifetime',
    changes: 'body',
    clause: 'lifetime',
    isFor: isReplaying,
    key: ({ key, after }, _, { lifetime }) =>
      after >= lifetime * 500 ? another(key, 'later') : key,
    witness: ({ draft, policy }) => [
      { send: draft },
      { wait: Math.floor(policy.lifetime * 600) },
      { send: draft },
    ],
  },
  {
    id: 'key-refused-again',
    title: 'refuses a request that comes again with its key',
    changes: 'verdict',
    clause: 'repeated',
    isFor: isReplaying,
    answer: (seen, { isSame }, { api, operation, policy }) =>
      isSame ? refused(api, operation, seen, policy.mismatched) : seen.answer,
    witness: twice,
  },
  {
    id: 'key-replayed-as-ok',
    title: 'answers a key that comes again with 200, whatever it was the first time',
    changes: 'verdict',
    clause: 'repeated',
    isFor: isReplaying,
    answer: ({ answer }, { isSame, first }) =>
      isSame && first.status !== 200 ? { ...answer, status: 200 } : answer,
    witness: twice,
  },
  {
    id: 'key-replayed-empty',
    title: 'answers a key that comes again with an empty object',
    changes: 'body',
    clause: 'repeated',
    isFor: isReplaying,
    answer: ({ answer }, { isSame }) => (isSame ? { ...answer, body: '{}' } : answer),
    witness: twice,
  },
  {
    id: 'key-accepted-again',
    title: 'carries a request out again whose key may not come again',
    changes: 'verdict',
    clause: 'repeated',
    isFor: (policy) => !isReplaying(policy),
    key: ({ key, isSame }) => (isSame ? another(key, 'again') : key),
    witness: twice,
  },
  {
    id: 'key-tells-requests-apart',
    title: 'carries out another request with a key that has come before',
    changes: 'verdict',
    clause: 'mismatched',
    key: ({ key, isSame }, sent) => (isSame ? key : another(key, sent.bytes.toString())),
    witness: withAnother,
  },
  {
    id: 'key-replayed-for-another',
    title: 'answers another request with a key as it has answered the first',
    changes: 'verdict',
    clause: 'mismatched',
    answer: ({ answer }, { isSame, first }) => (isSame ? answer : first),
    witness: withAnother,
  },
  {
    id: 'key-mismatch-of-another-status',
    title: 'refuses another request with a key with another status than documented',
    changes: 'verdict',
    clause: 'mismatched',
    answer: (seen, { isSame }, { api, operation, policy }) =>
      isSame ? seen.answer : refused(api, operation, seen, policy.mismatched === 409 ? 422 : 409),
    witness: withAnother,
  },
  {
    id: 'key-mismatch-fails',
    title: 'fails where another request comes with a key',
    changes: 'verdict',
    clause: 'mismatched',
    answer: (seen, { isSame }, { api, operation }) =>
      isSame ? seen.answer : toRefused(api, operation, seen, 'internal'),
    witness: withAnother,
  },
];

/** Operators on what becomes of a request whose key has come before (`x-idempotency`). */
export const KEY_OPERATORS: readonly Operator[] = OF_KEYS.map((it): Operator => ({
  id: it.id,
  class: 'repeat',
  difficulty: 2,
  title: it.title,
  changes: it.changes,
  places(api, operation) {
    const { idempotency: policy, pointer } = operation;
    const parameter = keyParameterOf(operation);
    const bare = exampleRequest(api, operation);
    const draft = parameter && bare && keyed(api, operation, parameter, bare);
    if (!policy || !draft || it.isFor?.(policy) === false) return [];
    const own = { api, operation, policy, draft };
    if (it.witness(own).length === 0) return [];
    return [
      {
        at: WHOLE_ANSWER,
        clause: append(pointer, 'x-idempotency', it.clause),
        deviate: (clock) => onKeys(own, it, clock),
        witness: () => it.witness(own),
      },
    ];
  },
}));

function requestOf({ path, query, bytes }: Sent): string {
  return `${path}?${query}\n${bytes.toString()}`;
}

function onKeys(own: Own, { key, answer }: KeyOperator, clock: Clock): Deviation {
  const { policy } = own;
  const known = new Map<
    string,
    { readonly at: number; readonly request: string; first?: Answer }
  >();
  const header = policy.header.toLowerCase();
  const find = (sent: Sent) => {
    const told = fieldIn(sent, header);
    return told === undefined ? undefined : { told, name: `${namespaceIn(sent)} ${told}` };
  };
  const repeatOf = (sent: Sent): Repeat | undefined => {
    const { told, name = '' } = find(sent) ?? {};
    const entry = known.get(name);
    if (told === undefined || !entry?.first) return undefined;
    const after = clock.now() - entry.at;
    return { key: told, isSame: entry.request === requestOf(sent), after, first: entry.first };
  };
  return {
    before(sent) {
      const repeat = repeatOf(sent);
      const other = repeat && key?.(repeat, sent, policy);
      return other === undefined ? sent : withField(sent, header, other);
    },
    after(seen) {
      const repeat = repeatOf(seen.sent);
      if (repeat)
        return (isKeyed(seen, policy) ? answer?.(seen, repeat, own) : undefined) ?? seen.answer;
      const name = find(seen.sent)?.name;
      if (name !== undefined && isCarriedOut(seen))
        known.set(name, { at: clock.now(), request: requestOf(seen.sent), first: seen.answer });
      return seen.answer;
    },
  };
}

/** Whether a request came as far as to its key. */
function isKeyed(seen: SeenExchange, { repeated, mismatched }: IdempotencyPolicy): boolean {
  const { status } = seen.answer;
  return isCarriedOut(seen) || status === mismatched || status === repeated;
}

function refused(api: ApiModel, operation: Operation, seen: SeenExchange, status: number): Answer {
  return { ...toRefused(api, operation, seen, 'invalid'), status };
}
