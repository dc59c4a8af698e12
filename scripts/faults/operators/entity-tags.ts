import { append } from '../../base/json-pointer.ts';
import type { Operation } from '../../model/api-model.ts';
import type { ConditionalPolicy } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { fieldIn } from '../../wire/call.ts';
import { toRefused, withHeaders } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Deviation, Operator, RequestDraft, WitnessStep } from '../operator.ts';
import { doing, madeAnd } from '../remembered-things.ts';
import { withField } from '../request-parts.ts';
import { WHOLE_ANSWER } from './spots.ts';

interface TagOperator {
  readonly id: string;
  readonly title: string;
  readonly changes: Operator['changes'];
  readonly clause: 'etag' | 'ifNoneMatch';
  readonly deviate: (policy: ConditionalPolicy) => Deviation;
  /** What `If-None-Match` says of the tag that was told, to show it; what is read says enough where it is left out. */
  readonly asking?: (tag: string) => string;
  /** Set where the thing has to change to show it. */
  readonly needsChange?: true;
}

const told = (change: (tag: string, count: number) => string | undefined) => (): Deviation => {
  let count = 0;
  return {
    after(seen) {
      const { etag } = seen.answer.headers;
      if (etag === undefined || !isRead(seen.answer)) return seen.answer;
      count += 1;
      return withHeaders(seen.answer, { etag: change(etag, count) });
    },
  };
};

/** Does as if what is asked for had not been asked for under a condition. */
const without = (isMeant: (field: string) => boolean) => (): Deviation => ({
  before(sent) {
    const field = fieldIn(sent, 'if-none-match');
    return field !== undefined && isMeant(field)
      ? withField(sent, 'if-none-match', undefined)
      : sent;
  },
});

const STRANGE = '"kiln-strange"';

const OF_TAGS: readonly TagOperator[] = [
  {
    id: 'etag-not-told',
    title: 'does not tell the entity tag of what it shows',
    changes: 'headers',
    clause: 'etag',
    deviate: told(() => undefined),
  },
  {
    id: 'etag-without-quotes',
    title: 'writes an entity tag without its quotation marks',
    changes: 'headers',
    clause: 'etag',
    deviate: told((tag) => tag.replace(/^(?:W\/)?"(.*)"$/, '$1')),
  },
  {
    id: 'etag-of-other-strength',
    title: 'calls an entity tag weak that is strong, or strong that is weak',
    changes: 'headers',
    clause: 'etag',
    deviate: told((tag) => (tag.startsWith('W/') ? tag.slice(2) : `W/${tag}`)),
  },
  {
    id: 'etag-stays',
    title: 'keeps the entity tag of a thing that has changed',
    changes: 'headers',
    clause: 'etag',
    deviate: ({ etag }) => told(() => (etag === 'weak' ? 'W/"v1"' : '"v1"'))(),
    needsChange: true,
  },
  {
    id: 'etag-changes-alone',
    title: 'tells another entity tag each time, of what has not changed',
    changes: 'headers',
    clause: 'etag',
    deviate: ({ etag }) => told((_, count) => `${etag === 'weak' ? 'W/' : ''}"v${count}"`)(),
  },
  {
    id: 'none-match-ignored',
    title: 'sends again what the client has by its entity tag',
    changes: 'verdict',
    clause: 'ifNoneMatch',
    deviate: without(() => true),
    asking: (tag) => tag,
  },
  {
    id: 'none-match-takes-one-tag',
    title: 'sends again what the client has by one of several entity tags',
    changes: 'verdict',
    clause: 'ifNoneMatch',
    deviate: without((field) => field.includes(',')),
    asking: (tag) => `${STRANGE}, ${tag}`,
  },
  {
    id: 'none-match-compares-strongly',
    title: 'tells a weak entity tag from a strong one that is the same',
    changes: 'verdict',
    clause: 'ifNoneMatch',
    deviate: ({ etag }) =>
      without((field) => field.startsWith('W/') === (etag === 'strong') && field !== '*')(),
    asking: (tag) => (tag.startsWith('W/') ? tag.slice(2) : `W/${tag}`),
  },
  {
    id: 'none-match-knows-no-star',
    title: 'sends what there is where the client wants it only if there is nothing',
    changes: 'verdict',
    clause: 'ifNoneMatch',
    deviate: without((field) => field.trim() === '*'),
    asking: () => '*',
  },
  {
    id: 'not-modified-always',
    title: 'answers 304 to any entity tag',
    changes: 'verdict',
    clause: 'ifNoneMatch',
    deviate: () => ({
      after: ({ sent, answer }) =>
        fieldIn(sent, 'if-none-match') !== undefined && isRead(answer)
          ? { ...withHeaders(answer, { 'content-type': undefined }), status: 304, body: undefined }
          : answer,
    }),
    asking: () => STRANGE,
  },
  {
    id: 'not-modified-without-tag',
    title: 'answers 304 without the entity tag',
    changes: 'headers',
    clause: 'ifNoneMatch',
    deviate: () => ({
      after: ({ answer }) =>
        answer.status === 304 ? withHeaders(answer, { etag: undefined }) : answer,
    }),
    asking: (tag) => tag,
  },
];

/** Operators on entity tags, and on who is not sent what it has (`x-conditional`). */
export const TAG_OPERATORS: readonly Operator[] = [
  ...OF_TAGS.map((it): Operator => ({
    id: it.id,
    class: 'condition',
    difficulty: 2,
    title: it.title,
    changes: it.changes,
    places(api, operation) {
      const { conditional: policy, pointer, method } = operation;
      const draft = exampleRequest(api, operation);
      if (method !== 'get' || !policy || !draft) return [];
      if (it.clause === 'ifNoneMatch' && !policy.ifNoneMatch) return [];
      const steps = it.needsChange
        ? changed(api, operation, draft)
        : asked(draft, it.asking ?? ((tag) => tag), it.asking !== undefined);
      if (steps.length === 0) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(pointer, 'x-conditional', it.clause),
          deviate: () => it.deviate(policy),
          witness: () => steps,
        },
      ];
    },
  })),
  {
    id: 'none-match-fails',
    class: 'condition',
    difficulty: 1,
    title: 'fails where the client tells an entity tag that it has',
    changes: 'verdict',
    places(api, operation) {
      const draft = exampleRequest(api, operation);
      if (operation.method !== 'get' || !operation.conditional?.ifNoneMatch || !draft) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(operation.pointer, 'x-conditional', 'ifNoneMatch'),
          deviate: () => ({
            after: (seen) =>
              fieldIn(seen.sent, 'if-none-match') !== undefined && seen.answer.status < 400
                ? toRefused(api, operation, seen, 'internal')
                : seen.answer,
          }),
          witness: () => asked(draft, (tag) => tag, true),
        },
      ];
    },
  },
];

function isRead({ status }: Answer): boolean {
  return status === 200 || status === 304;
}

/** It is read, and read again: with what it was told, where that shows it. */
function asked(
  draft: RequestDraft,
  asking: (tag: string) => string,
  isConditional: boolean,
): readonly WitnessStep[] {
  if (!isConditional) return [{ send: draft }, { send: draft }];
  const follow = ({ headers }: Answer) =>
    withField(draft, 'if-none-match', asking(headers['etag'] ?? STRANGE));
  return [{ send: draft }, { follow }];
}

/** A thing is made, read, changed and read; nothing where no example says how. */
function changed(
  api: Parameters<Operator['places']>[0],
  operation: Operation,
  draft: RequestDraft,
): readonly WitnessStep[] {
  const { resource } = operation;
  if (resource?.action !== 'read') return [];
  const read = { api, operation, resource, draft };
  const [creator, updater] = [doing(read, 'create'), doing(read, 'update')];
  const other = updater && { ...updater, draft: withOtherText(updater.draft) };
  return creator && other ? madeAnd(creator, read, other, read) : [];
}

/** The request with another letter in its first text. */
export function withOtherText(draft: RequestDraft): RequestDraft {
  const { body = '' } = draft;
  return { ...draft, body: body.replace(/(:\s*"[^"]*)[^"\\]"/, '$1~"') };
}
