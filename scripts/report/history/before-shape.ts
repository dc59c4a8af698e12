import { SEVERITIES } from '../../result/severities.ts';
import { anyText, dateTime, listOf, object } from '../shape-words.ts';

const keptFinding = object({
  id: anyText,
  operation: anyText,
  property: anyText,
  title: anyText,
  severity: { enum: SEVERITIES },
});

/** How `run.json` tells of the run before. */
export const BEFORE_SHAPE = object(
  {
    id: anyText,
    started: dateTime,
    target: anyText,
    fresh: listOf(anyText),
    remaining: listOf(anyText),
    gone: listOf(keptFinding),
    untried: listOf(keptFinding),
  },
  'How it stands beside the run before; findings by their ids.',
);
