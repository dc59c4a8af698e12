import type { JsonObject } from '../base/json.ts';
import { PAGINATION_STYLES } from '../model/policies.ts';
import { closed, described, pointer, text } from './shape-parts.ts';

type Style = (typeof PAGINATION_STYLES)[number];

/** What each style has to say besides how long a page is. */
const OWN: Readonly<Record<Style, readonly string[]>> = {
  page: ['in', 'page', 'first'],
  offset: ['offset'],
  cursor: ['cursor', 'next'],
  link: [],
};

/** What a style asks for, and nothing of another. */
function rulesOf(style: Style): JsonObject {
  const mayHave = ['style', 'size', 'x-evidence', ...(style === 'link' ? [] : ['in'])];
  return { required: OWN[style], propertyNames: { enum: [...mayHave, ...OWN[style]] } };
}

/** A rule for each style; pages have numbers where none is said. */
const choice = PAGINATION_STYLES.filter((it) => it !== 'page').reduce<JsonObject>(
  (otherwise, style) => ({
    if: { required: ['style'], properties: { style: { const: style } } },
    // What is asked of it is a schema, and nobody awaits it.
    // oxlint-disable-next-line unicorn/no-thenable
    then: rulesOf(style),
    else: otherwise,
  }),
  rulesOf('page'),
);

/** Shape of `x-pagination`: styles have members of their own. */
export const PAGING_SHAPE: JsonObject = {
  ...closed(
    'How a list is walked.',
    {
      style: described('How the next page is asked for; by its number when left out.', {
        enum: PAGINATION_STYLES,
      }),
      in: { enum: ['query', 'body'] },
      size: described('Parameter, or pointer into the body.', text),
      page: described('Parameter, or pointer into the body.', text),
      first: described('Number of the first page.', { type: 'integer', minimum: 0 }),
      offset: described('Parameter, or pointer into the body.', text),
      cursor: described('Parameter, or pointer into the body.', text),
      next: described('Where the answer holds the next cursor.', pointer),
    },
    ['size'],
  ),
  allOf: [choice],
};
