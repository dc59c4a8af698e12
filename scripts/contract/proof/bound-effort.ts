import type { EvaluationPlugin } from '@hyperjump/json-schema/experimental';
import { extendKeyword } from './extend-keyword.ts';

/** Schemas that one place of a value is checked against, and that a whole value is, before a check is given up. */
const MOST_AT_ONE_PLACE = 20_000;
const MOST = 1_000_000;
/** More where a value has many places. */
const MOST_A_PLACE = 100;

/** Notes one step at a place of the value. */
type Step = (place: unknown) => void;

/** What the check under way has taken so far: checks are made at one go, one after the other. */
let step: Step | undefined;

/**
 * Ends a check of the second validator that would take too long: it follows each reference anew, so schemas
 * that name the next one twice double its work with each level.
 */
export function boundEffort(): EvaluationPlugin {
  const own = toStep();
  step = own;
  return { beforeSchema: (_schema, instance) => own(instance) };
}

let isBound = false;

/** Has what is checked out of sight of plugins counted too: `then` and `else` check their `if` again. */
export function boundConditions(): void {
  if (isBound) return;
  isBound = true;
  for (const name of ['ref', 'if', 'then', 'else']) {
    extendKeyword(name, (_said, node) => {
      step?.(node);
      return undefined;
    });
  }
}

function toStep(): Step {
  const steps = new Map<unknown, number>();
  let all = 0;
  return (place) => {
    const here = (steps.get(place) ?? 0) + 1;
    steps.set(place, here);
    all += 1;
    if (here > MOST_AT_ONE_PLACE || all > MOST + MOST_A_PLACE * steps.size) {
      throw new Error('its schemas name each other too often to follow every way through them');
    }
  };
}
