import { objectOf, type Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Answer } from '../../wire/answer.ts';
import { isCarriedOut, toRefused } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Deviation, Operator, SeenExchange, Sent, WitnessStep } from '../operator.ts';
import { doing, listing, madeAnd, type Remembering } from '../remembered-things.ts';
import { namespaceIn, readSent, withBytes } from '../request-parts.ts';
import { WHOLE_ANSWER } from './spots.ts';

interface PutOperator {
  readonly id: string;
  readonly title: string;
  readonly changes: Operator['changes'];
  /** What becomes of a PUT that has come before; the first answer is told where it was. */
  readonly again: (put: Remembering) => {
    readonly before?: (sent: Sent) => Sent;
    readonly after?: (seen: SeenExchange, first: Answer) => Answer;
  };
  /** What shows it, after two of them; nothing else is needed where it is left out. */
  readonly shown?: 'read' | 'list';
}

const OF_PUTS: readonly PutOperator[] = [
  {
    id: 'put-again-fails',
    title: 'fails when the same PUT comes again',
    changes: 'verdict',
    again: ({ api, operation }) => ({
      after: (seen) =>
        isCarriedOut(seen) ? toRefused(api, operation, seen, 'internal') : seen.answer,
    }),
  },
  {
    id: 'put-again-changes',
    title: 'changes what it has put when the same PUT comes again',
    changes: 'body',
    again: ({ api, operation }) => ({ before: (sent) => withOtherText(api, operation, sent) }),
    shown: 'read',
  },
  {
    id: 'put-again-makes-another',
    title: 'makes a second thing when the same PUT comes again',
    changes: 'body',
    again: (put) => ({
      before(sent) {
        const creator = doing(put, 'create');
        return creator ? { ...sent, method: 'POST', path: creator.draft.path } : sent;
      },
      after: (seen, first) => (isCarriedOut(seen) ? first : seen.answer),
    }),
    shown: 'list',
  },
];

/** Operators on what becomes of a PUT that has come before. */
export const REPEATED_PUT_OPERATORS: readonly Operator[] = OF_PUTS.map(
  ({ id, title, changes, again, shown }): Operator => ({
    id,
    class: 'state',
    difficulty: 2,
    title,
    changes,
    places(api, operation) {
      const { resource, pointer } = operation;
      if (operation.method !== 'put' || resource?.action !== 'update') return [];
      const put = { api, operation, resource };
      const steps = witness(put, shown);
      if (steps.length === 0) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(pointer, 'x-resource'),
          deviate: () => onRepeats(again(put)),
          witness: () => steps,
        },
      ];
    },
  }),
);

function keyOf(sent: Sent): string {
  return `${namespaceIn(sent)} ${sent.path} ${sent.bytes.toString()}`;
}

function onRepeats({ before, after }: ReturnType<PutOperator['again']>): Deviation {
  const answers = new Map<string, Answer>();
  return {
    before: (sent) => (answers.has(keyOf(sent)) ? (before?.(sent) ?? sent) : sent),
    after(seen) {
      const first = answers.get(keyOf(seen.sent));
      if (first) return after?.(seen, first) ?? seen.answer;
      if (isCarriedOut(seen)) answers.set(keyOf(seen.sent), seen.answer);
      return seen.answer;
    },
  };
}

/** The request with another letter in one of its texts; as it was where none may be another. */
function withOtherText(api: ApiModel, operation: Operation, sent: Sent): Sent {
  const body = jsonOrNone(sent.bytes.toString());
  for (const [name, value] of Object.entries(objectOf(body))) {
    if (typeof value !== 'string') continue;
    const other: Json = { ...objectOf(body), [name]: `${value.slice(0, -1)}~` };
    const told = withBytes(sent, Buffer.from(JSON.stringify(other)));
    if (readSent(api, operation, told)?.breaches.length === 0) return told;
  }
  return sent;
}

function witness(put: Remembering, shown: PutOperator['shown']): readonly WitnessStep[] {
  const { api, operation } = put;
  const creator = doing(put, 'create');
  const draft = exampleRequest(api, operation);
  const own = draft && { ...put, draft };
  if (!creator || !own) return [];
  if (shown === undefined) return madeAnd(creator, own, own);
  const shower = shown === 'list' ? listing(put) : doing(put, shown);
  if (!shower) return [];
  return shown === 'list'
    ? madeAnd(creator, own, shower, own, shower)
    : madeAnd(creator, own, own, shower);
}
