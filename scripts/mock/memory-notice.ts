import type { ApiModel } from '../model/api-model.ts';
import { RESOURCE_ACTIONS, type ResourcePolicy } from '../model/resource-policy.ts';

type Action = ResourcePolicy['action'];

const WORDS: Readonly<Record<Action, string>> = {
  create: 'create',
  read: 'read',
  list: 'list',
  update: 'change',
  upsert: 'create or change',
  delete: 'delete',
};

/** Lines beyond which only a number is told. */
const MOST_LINES = 5;

/**
 * What the mock remembers although nobody has written it down, a line for each kind of thing; none where
 * there is no such thing.
 */
export function renderMemoryNotice(apis: readonly ApiModel[]): readonly string[] {
  const kinds = apis.flatMap(({ operations }) => {
    const actions = new Map<string, Set<Action>>();
    for (const { inferredResource: it } of operations) {
      if (it) actions.set(it.name, (actions.get(it.name) ?? new Set()).add(it.action));
    }
    return [...actions];
  });
  const [first, ...others] = kinds.map(([name, actions]) => {
    const words = RESOURCE_ACTIONS.filter((it) => actions.has(it)).map((it) => WORDS[it]);
    return `${name} is remembered: ${words.join(', ')}`;
  });
  if (first === undefined) return [];
  const left = others.length + 1 - MOST_LINES;
  return [
    `${first}; --no-memory switches it off`,
    ...others.slice(0, MOST_LINES - 1),
    ...(left > 0 ? [`${left} more kinds of things are remembered alike`] : []),
  ];
}
