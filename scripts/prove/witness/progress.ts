import type { ApiModel } from '../../model/api-model.ts';
import { textOf } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { jsonIn } from './content.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** Nothing that was submitted takes longer, in milliseconds. */
const PATIENCE = 60 * 60 * 1000;

/** Whether what was submitted is named, known, comes to an end and stays there (`x-async`). */
export function progressObjections(
  api: ApiModel,
  exchanges: readonly Recorded[],
): readonly Objection[] {
  const objections: Objection[] = [];
  const submitted = new Map<string, number>();
  const finished = new Set<string>();
  for (const { at, request, response } of exchanges) {
    const { operation, variables } = routeOf(api, request);
    const isSuccess = response.status < 300;
    const body = jsonIn(response) ?? null;
    const own = operation?.async;
    if (operation && own && isSuccess) {
      const id = valueAt(body, own.id);
      const clause = append(operation.pointer, 'x-async', 'id');
      if (id === undefined) objections.push({ clause, seen: 'a submission without an id' });
      else submitted.set(textOf(id), at);
    }
    const submission = api.operations.find((it) => it.async?.statusOperation === operation?.id);
    const policy = submission?.async;
    if (!submission || !policy || request.method === 'HEAD') continue;
    const clause = append(submission.pointer, 'x-async');
    const id = variables.get(policy.parameter) ?? '';
    const since = submitted.get(id);
    if (!isSuccess) {
      if (since !== undefined && response.status === 404)
        objections.push({ clause, seen: 'what was submitted is answered 404' });
      continue;
    }
    const state = textOf(valueAt(body, policy.state) ?? 'nothing');
    const isOver = [...policy.succeeded, ...policy.failed].includes(state);
    if (!isOver && !policy.pending.includes(state)) {
      objections.push({ clause: append(clause, 'state'), seen: `the state ${state}` });
    } else if (!isOver && (finished.has(id) || at - (since ?? at) >= PATIENCE)) {
      objections.push({ clause, seen: `${state} ${finished.has(id) ? 'again' : 'after an hour'}` });
    }
    if (isOver) finished.add(id);
  }
  return objections;
}
