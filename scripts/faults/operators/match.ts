import { append } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ConditionalPolicy } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { fieldIn } from '../../wire/call.ts';
import { isCarriedOut, toRefused } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type {
  Deviation,
  Operator,
  RequestDraft,
  SeenExchange,
  Sent,
  WitnessStep,
} from '../operator.ts';
import { doing, madeAnd, type Remembering } from '../remembered-things.ts';
import { withField } from '../request-parts.ts';
import { withOtherText } from './entity-tags.ts';
import { WHOLE_ANSWER } from './spots.ts';

interface Writing extends Remembering {
  readonly policy: ConditionalPolicy;
  readonly draft: RequestDraft;
}

interface MatchOperator {
  readonly id: string;
  readonly title: string;
  readonly changes: Operator['changes'];
  readonly deviate: (writing: Writing) => Deviation;
  /** What `If-Match` says of the tag that was told; undefined leaves it out. */
  readonly says: (tag: string) => string | undefined;
  readonly isForRequired?: true;
  /** Set where what is read afterwards shows it. */
  readonly isReadAfter?: true;
}

const STRANGE = '"kiln-strange"';
const strange = () => STRANGE;

/** Another `If-Match` than was sent; the request itself where nothing is to be told. */
function retold(sent: Sent, isMeant: (field: string) => boolean, told: string): Sent {
  const field = fieldIn(sent, 'if-match');
  return field !== undefined && isMeant(field) ? withField(sent, 'if-match', told) : sent;
}

const refusedAs =
  (status: number, instead: (seen: SeenExchange, writing: Writing) => Answer) =>
  (writing: Writing): Deviation => ({
    after: (seen) =>
      seen.refused !== undefined && seen.answer.status === status
        ? instead(seen, writing)
        : seen.answer,
  });

const withStatus =
  (status: number) =>
  ({ answer }: SeenExchange): Answer => ({ ...answer, status });

const OF_MATCHES: readonly MatchOperator[] = [
  {
    id: 'match-ignored',
    title: 'writes to what has another entity tag than the client knows',
    changes: 'verdict',
    deviate: () => ({ before: (sent) => retold(sent, () => true, '*') }),
    says: strange,
  },
  {
    id: 'match-writes-and-refuses',
    title: 'answers 412, and writes all the same',
    changes: 'body',
    deviate: ({ api, operation }) => {
      const written = new WeakSet<Sent>();
      return {
        before(sent) {
          const told = retold(sent, (field) => field.trim() === STRANGE || isOfNobody(field), '*');
          if (told !== sent) written.add(sent);
          return told;
        },
        after: (seen) =>
          written.has(seen.sent) && isCarriedOut(seen)
            ? { ...toRefused(api, operation, seen, 'invalid'), status: 412 }
            : seen.answer,
      };
    },
    says: strange,
    isReadAfter: true,
  },
  {
    id: 'match-refuses-present',
    title: 'refuses to write to what has the entity tag that the client knows',
    changes: 'verdict',
    deviate: () => ({ before: (sent) => retold(sent, (field) => field.trim() !== '*', STRANGE) }),
    says: (tag) => tag,
  },
  {
    id: 'match-takes-one-tag',
    title: 'refuses to write to what has one of the entity tags that the client knows',
    changes: 'verdict',
    deviate: () => ({ before: (sent) => retold(sent, (field) => field.includes(','), STRANGE) }),
    says: (tag) => `${STRANGE}, ${tag}`,
  },
  {
    id: 'match-refused-as-conflict',
    title: 'answers 409 where what is written to has another entity tag',
    changes: 'verdict',
    deviate: refusedAs(412, withStatus(409)),
    says: strange,
  },
  {
    id: 'match-refused-as-invalid',
    title: 'answers 400 where what is written to has another entity tag',
    changes: 'verdict',
    deviate: refusedAs(412, withStatus(400)),
    says: strange,
  },
  {
    id: 'match-fails',
    title: 'fails where what is written to has another entity tag',
    changes: 'verdict',
    deviate: refusedAs(412, (seen, { api, operation }) =>
      toRefused(api, operation, seen, 'internal'),
    ),
    says: strange,
  },
  {
    id: 'match-not-required',
    title: 'writes for a client that does not say to what',
    changes: 'verdict',
    deviate: () => ({
      before: (sent) =>
        fieldIn(sent, 'if-match') === undefined ? withField(sent, 'if-match', '*') : sent,
    }),
    says: () => undefined,
    isForRequired: true,
  },
  {
    id: 'match-missed-as-412',
    title: 'answers 412 to a client that does not say to what it wants to write',
    changes: 'verdict',
    deviate: refusedAs(428, withStatus(412)),
    says: () => undefined,
    isForRequired: true,
  },
];

/** Operators on what is written under the condition that it has not changed (`x-conditional`). */
export const MATCH_OPERATORS: readonly Operator[] = OF_MATCHES.map((it): Operator => ({
  id: it.id,
  class: 'condition',
  difficulty: 2,
  title: it.title,
  changes: it.changes,
  places(api, operation) {
    const { conditional: policy, resource, pointer } = operation;
    const draft = exampleRequest(api, operation);
    if (!policy?.ifMatch || !resource || !draft || resource.action === 'create') return [];
    if (it.isForRequired && policy.ifMatch !== 'required') return [];
    const steps = witness({ api, operation, resource, draft, policy }, it);
    if (steps.length === 0) return [];
    return [
      {
        at: WHOLE_ANSWER,
        clause: append(pointer, 'x-conditional', 'ifMatch'),
        deviate: () => it.deviate({ api, operation, resource, draft, policy }),
        witness: () => steps,
      },
    ];
  },
}));

/** What no server of ours gives. */
function isOfNobody(field: string): boolean {
  return !/"[\da-f]{16}"/.test(field) && field.trim() !== '*';
}

/** A thing is made and read, and written to under a condition. */
function witness(writing: Writing, { says, isReadAfter }: MatchOperator): readonly WitnessStep[] {
  const { api, operation, draft } = writing;
  const creator = doing(writing, 'create');
  const reader = readerAt(api, operation, writing);
  if (!creator || !reader) return [];
  const [first, ...others] = madeAnd(creator, reader, { ...writing, draft: withOtherText(draft) });
  const [read, write] = others;
  if (!first || !read || !write || !('follow' in read) || !('follow' in write)) return [];
  let path = '';
  const reading = {
    follow(previous: Answer) {
      const asked = read.follow(previous);
      path = asked.path;
      return asked;
    },
  };
  const writingUnder = {
    follow(previous: Answer) {
      const field = says(previous.headers['etag'] ?? STRANGE);
      return withField(write.follow(previous), 'if-match', field);
    },
  };
  const after = isReadAfter ? [{ follow: () => ({ ...reader.draft, path }) }] : [];
  return [first, reading, writingUnder, ...after];
}

function readerAt(api: ApiModel, operation: Operation, writing: Remembering) {
  const reader = doing(writing, 'read');
  const isHere = reader?.operation.path === operation.path;
  return isHere && reader.operation.conditional && api ? reader : undefined;
}
