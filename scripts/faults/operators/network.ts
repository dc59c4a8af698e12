import { MANNERS } from '../../wire/answer.ts';
import type { Operator } from '../operator.ts';
import { exampleRequest } from '../example-request.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';

const TITLES = {
  reset: 'resets the connection instead of answering',
  'reset-midway': 'resets the connection in the middle of its content',
  'empty-reply': 'closes the connection without a word',
  hang: 'leaves a request without an answer',
  truncate: 'announces more content than it sends',
  garbage: 'answers with what is not HTTP',
  dribble: 'sends its content a few bytes at a time',
} as const;

/** What goes wrong between a server and a client, for tests of clients. */
export const NETWORK_OPERATORS: readonly Operator[] = MANNERS.flatMap((manner) =>
  manner in TITLES
    ? [
        {
          id: manner,
          class: 'network',
          difficulty: 0,
          title: TITLES[manner as keyof typeof TITLES],
          changes: 'delivery',
          places: (api, operation) => [
            {
              at: WHOLE_ANSWER,
              clause: undefined,
              deviate: () => ({ after: ({ answer }) => ({ ...answer, delivery: { manner } }) }),
              witness: () => stepsOf(exampleRequest(api, operation)),
            },
          ],
        } satisfies Operator,
      ]
    : [],
);
