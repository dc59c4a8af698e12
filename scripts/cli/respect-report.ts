import { stripVTControlCharacters } from 'node:util';
import { arrayOf, isObject, objectOf, textOf, type JsonObject } from '../base/json.ts';
import type { StepRun, WorkflowRun } from '../result/workflow-run.ts';
import type { Workflow, WorkflowFile } from '../load/workflow-file.ts';

/** What Redocly calls a request that nobody answered. */
const UNANSWERED = 'failed network request';
/** Characters of a message that are printed. */
const LONGEST = 400;

/** What `redocly respect --json-output` wrote about one file. */
export interface RespectReport {
  readonly runs: readonly WorkflowRun[];
  /** Why the first request of all was not answered, when it was not. */
  readonly unreachable: string | undefined;
}

/** Reads a report of Redocly; undefined where the text is none. */
export function parseRespectReport(
  text: string,
  api: string,
  { workflows }: WorkflowFile,
): RespectReport | undefined {
  const executed = executedOf(text);
  if (!executed) return undefined;
  const [first] = arrayOf(executed[0]?.['executedSteps']).map(objectOf);
  const unanswered = failedOf(first ?? {}).find(({ name }) => name === UNANSWERED);
  return {
    runs: workflows.map((workflow) =>
      toRun(
        api,
        workflow,
        executed.find(({ workflowId }) => workflowId === workflow.id),
      ),
    ),
    unreachable: unanswered && textOf(unanswered['message']),
  };
}

function executedOf(text: string): readonly JsonObject[] | undefined {
  try {
    const { files } = objectOf(JSON.parse(text));
    if (!isObject(files)) return undefined;
    return Object.values(files).flatMap((file) =>
      arrayOf(objectOf(file)['executedWorkflows']).map(objectOf),
    );
  } catch {
    return undefined;
  }
}

function toRun(api: string, workflow: Workflow, executed: JsonObject | undefined): WorkflowRun {
  const { id, location, steps: planned } = workflow;
  // A step that was tried again stands there once for each attempt; the last one counts.
  const last = arrayOf(executed?.['executedSteps'])
    .map(objectOf)
    .filter(({ retriesLeft }) => typeof retriesLeft !== 'number' || retriesLeft === 0);
  const steps = last.map((step) => toStep(step, workflow));
  const isExplained = steps.some(({ failures }) => failures.length > 0);
  const failures =
    executed?.['status'] === 'success' || isExplained
      ? []
      : [executed ? 'did not come to an end' : 'did not run'];
  return { api, workflow: id, location, steps, planned: planned.length, failures };
}

function toStep(executed: JsonObject, { steps, location }: Workflow): StepRun {
  const step = textOf(executed['stepId']);
  return {
    step,
    location: steps.find(({ id }) => id === step)?.location ?? location,
    exchange: exchangeOf(executed),
    failures: failedOf(executed).map(messageOf),
  };
}

/** The checks that failed, also those of the workflow that a step runs. */
function failedOf({ checks, executedSteps }: JsonObject): JsonObject[] {
  const own = arrayOf(checks).map(objectOf);
  const nested = arrayOf(executedSteps).map(objectOf);
  return [
    ...own.filter(({ passed, severity }) => passed === false && severity === 'error'),
    ...nested.flatMap(failedOf),
  ];
}

function exchangeOf({ request, response }: JsonObject): string | undefined {
  const { method, url } = objectOf(request);
  const { statusCode } = objectOf(response);
  if (typeof method !== 'string' || !statusCode) return undefined;
  // Without the query: a credential may stand in it.
  const path = URL.parse(textOf(url))?.pathname ?? '';
  return `${method.toUpperCase()} ${path} answered ${textOf(statusCode)}`;
}

function messageOf({ name, condition, message }: JsonObject): string {
  if (typeof condition === 'string') return `does not hold: ${condition}`;
  const reason = stripVTControlCharacters(textOf(message)).replaceAll(/\s+/g, ' ').trim();
  const cut = reason.length > LONGEST ? `${reason.slice(0, LONGEST)}…` : reason;
  return cut === '' ? textOf(name) : `${textOf(name)}: ${cut}`;
}
