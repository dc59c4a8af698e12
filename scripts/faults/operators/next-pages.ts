import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import type { Answer } from '../../wire/answer.ts';
import { isCarriedOut } from '../answer-parts.ts';
import type { Deviation, Operator, Sent, WitnessStep } from '../operator.ts';
import { namespaceIn, readSent } from '../request-parts.ts';
import {
  following,
  forFirstPage,
  nextAsked,
  nextIn,
  tellingOf,
  withNext,
  type Telling,
} from '../told-pages.ts';
import { enough, smallPage } from './paging.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';

interface Told {
  readonly answer: Answer;
  readonly next: string | undefined;
  /** What the page was asked for with; undefined for the first. */
  readonly asked: string | undefined;
  /** What the first page of the namespace has said. */
  readonly first: string | undefined;
}

interface NextOperator {
  readonly id: string;
  readonly title: string;
  /** Set where only a link can be so. */
  readonly isOfLinks?: true;
  /** What is told instead. */
  readonly tell: (told: Told, telling: Telling) => Answer;
  /** Pages that show it. */
  readonly pages: number;
}

const OF_NEXT: readonly NextOperator[] = [
  {
    id: 'next-not-told',
    title: 'does not tell how to ask for the next page',
    tell: ({ answer, next }, telling) =>
      next === undefined ? answer : withNext(telling, answer, undefined),
    pages: 1,
  },
  {
    id: 'next-leads-back',
    title: 'leads from the second page to the second page',
    tell: ({ answer, asked, first }, telling) =>
      asked === undefined || first === undefined ? answer : withNext(telling, answer, first),
    pages: 3,
  },
  {
    id: 'next-never-ends',
    title: 'leads from the last page to the last page',
    tell: ({ answer, next, asked }, telling) =>
      next === undefined && asked !== undefined ? withNext(telling, answer, asked) : answer,
    pages: 5,
  },
  {
    id: 'next-on-another-host',
    title: 'links to the next page on another server',
    isOfLinks: true,
    tell: ({ answer, next }, telling) =>
      next === undefined
        ? answer
        : withNext(
            telling,
            answer,
            `https://elsewhere.invalid/list${next.slice(next.indexOf('?'))}`,
          ),
    pages: 1,
  },
  {
    id: 'next-to-nothing',
    title: 'links to a next page that is not there',
    isOfLinks: true,
    tell: ({ answer, next }, telling) =>
      next === undefined ? answer : withNext(telling, answer, './kiln/no/page?after=1'),
    pages: 1,
  },
  {
    id: 'next-unreadable',
    title: 'writes the link to the next page without its brackets',
    isOfLinks: true,
    tell: ({ answer, next }) =>
      next === undefined
        ? answer
        : { ...answer, headers: { ...answer.headers, link: `${next}; rel=next` } },
    pages: 1,
  },
];

/** Operators on how a list says itself where it goes on. */
export const NEXT_OPERATORS: readonly Operator[] = [
  ...OF_NEXT.map(({ id, title, isOfLinks, tell, pages }): Operator => ({
    id,
    class: 'paging',
    difficulty: 2,
    title,
    changes: isOfLinks ? 'headers' : 'body',
    places(api, operation) {
      const telling = tellingOf(operation);
      if (!telling || (isOfLinks && telling.style !== 'link')) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(operation.pointer, 'x-pagination', 'style'),
          deviate: () => asTold(api, operation, telling, tell),
          witness: () => walk(api, operation, telling, pages),
        },
      ];
    },
  })),
  {
    id: 'next-ignored',
    class: 'paging',
    difficulty: 2,
    title: 'gives the first page whatever it is asked for the next with',
    changes: 'body',
    places(api, operation) {
      const telling = tellingOf(operation);
      if (!telling) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: append(operation.pointer, 'x-pagination', 'style'),
          deviate: () => ({ before: (sent) => forFirstPage(operation, telling, sent) }),
          witness: () => walk(api, operation, telling, 2),
        },
      ];
    },
  },
];

function keyOf(sent: Sent): string {
  return `${namespaceIn(sent)} ${sent.path}`;
}

function asTold(
  api: ApiModel,
  operation: Operation,
  telling: Telling,
  tell: NextOperator['tell'],
): Deviation {
  const firsts = new Map<string, string | undefined>();
  return {
    after(seen) {
      const read = readSent(api, operation, seen.sent);
      if (!read || !isCarriedOut(seen)) return seen.answer;
      const asked = nextAsked(operation, telling, seen.sent, read);
      const next = nextIn(telling, seen.answer);
      if (asked === undefined) firsts.set(keyOf(seen.sent), next);
      const first = firsts.get(keyOf(seen.sent));
      return tell({ answer: seen.answer, next, asked, first }, telling);
    },
  };
}

/** All there is, and then pages of one item, one after the other. */
export function walk(
  api: ApiModel,
  operation: Operation,
  telling: Telling,
  pages: number,
): readonly WitnessStep[] {
  const whole = smallPage(api, operation, telling, 0, MANY);
  const small = smallPage(api, operation, telling, 0, 1);
  if (!whole || !small) return [];
  const follow = (previous: Answer) => following(operation, telling, small, previous);
  return [
    ...stepsOf(...enough(api, operation)),
    { send: whole },
    { send: small },
    ...Array.from({ length: pages - 1 }, () => ({ follow })),
  ];
}

/** Items that are more than examples show. */
const MANY = 10;
