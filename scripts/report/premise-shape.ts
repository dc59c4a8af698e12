import { anyText, listOf, object } from './shape-words.ts';

/** How `run.json` tells what it takes to see a violation again. */
export const PREMISE_SHAPE = object(
  {
    'answer?': { ...anyText, description: 'The place in the answer that it is about, # for all.' },
    'thing?': { ...anyText, description: 'The path of the thing that it asked for.' },
    makings: listOf(
      object({
        operation: anyText,
        request: anyText,
        'draft?': { type: 'object' },
        made: listOf(object({ path: anyText, values: { type: 'array' } })),
        'isFailed?': { const: true },
        'curl?': anyText,
      }),
    ),
  },
  'What it takes to see it again: the requests that made what it is about, in order.',
);
