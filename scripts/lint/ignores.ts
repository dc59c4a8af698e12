import type { ApiModel } from '../model/api-model.ts';
import { nodesOf } from '../model/description-nodes.ts';
import type { Finding } from '../result/finding.ts';
import { isObject, type Json } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { nearest } from '../base/nearest.ts';
import type { Rule } from './rule.ts';

/** `x-kiln-ignore: {rule-id: reason}` on a node: the rule is silent there and below. */
export interface Ignore {
  /** Empty where the extension is no map and so names none. */
  readonly rule: string;
  readonly reason: Json;
  readonly node: Pointer;
  readonly pointer: Pointer;
}

const EXTENSION = 'x-kiln-ignore';

/** What lint says about an `x-kiln-ignore` itself. */
export const IGNORE_RULE = {
  id: 'ignore-justified',
  severity: 'error',
  description: 'An x-kiln-ignore names a house rule, gives a reason and is needed.',
} as const;

export function ignoresOf({ document }: ApiModel): Ignore[] {
  return [...nodesOf(document)].flatMap(({ node, pointer }) => {
    if (!(EXTENSION in node)) return [];
    const ignores = node[EXTENSION] ?? null;
    if (!isObject(ignores)) {
      return { rule: '', reason: ignores, node: pointer, pointer: append(pointer, EXTENSION) };
    }
    return Object.entries(ignores).map(([rule, reason]): Ignore => {
      return { rule, reason, node: pointer, pointer: append(pointer, EXTENSION, rule) };
    });
  });
}

/** The ignore that covers a finding, if one does. */
export function ignoredAt(ignores: readonly Ignore[], { rule, at }: Finding): Ignore | undefined {
  return ignores.find((it) => it.rule === rule && (at === it.node || at.startsWith(`${it.node}/`)));
}

/** Ignores without a reason, of rules that do not exist, and those that silence nothing. */
export function problemsOf(
  api: ApiModel,
  ignores: readonly Ignore[],
  used: ReadonlySet<Ignore | undefined>,
  rules: readonly Rule[],
): Finding[] {
  const ids = rules.map(({ id }) => id);
  return ignores.flatMap((ignore) => {
    const message = problemOf(ignore, used.has(ignore), ids);
    if (message === undefined) return [];
    const { id: rule, severity } = IGNORE_RULE;
    return { rule, severity, at: ignore.pointer, location: api.locate(ignore.pointer), message };
  });
}

function problemOf({ rule, reason }: Ignore, isUsed: boolean, ids: string[]): string | undefined {
  if (rule === '')
    return `${EXTENSION} must be a map from rules to the reasons why they are ignored`;
  if (!ids.includes(rule)) {
    const meant = nearest(rule, ids);
    return `There is no house rule ${rule}${meant ? `; did you mean ${meant}?` : ''}`;
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    return `Ignoring ${rule} needs a reason`;
  }
  return isUsed ? undefined : `Nothing here breaks ${rule}: drop the x-kiln-ignore`;
}
