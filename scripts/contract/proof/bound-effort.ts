import type { EvaluationPlugin } from '@hyperjump/json-schema/experimental';

/** Schemas that one place of a value is checked against, and that a whole value is, before a check is given up. */
const MOST_AT_ONE_PLACE = 10_000;
const MOST = 1_000_000;
/** More where a value has many places. */
const MOST_A_PLACE = 100;

/**
 * Ends a check of the second validator that would take too long: it follows each reference anew, so schemas
 * that name the next one twice double its work with each level.
 */
export function boundEffort(): EvaluationPlugin {
  const checks = new Map<unknown, number>();
  let all = 0;
  return {
    beforeSchema(_schema, instance) {
      const here = (checks.get(instance) ?? 0) + 1;
      checks.set(instance, here);
      all += 1;
      if (here > MOST_AT_ONE_PLACE || all > MOST + MOST_A_PLACE * checks.size) {
        throw new Error('its schemas name each other too often to follow every way through them');
      }
    },
  };
}
