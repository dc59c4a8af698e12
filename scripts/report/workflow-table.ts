import { renderLocation } from '../base/source-location.ts';
import { hasPassed, type WorkflowRun } from '../result/workflow-run.ts';

/** A line for each workflow, what failed with the line of its step, and a verdict. */
export function renderWorkflows(runs: readonly WorkflowRun[]): string {
  const apiWidth = widthOf(runs.map(({ api }) => api));
  const workflowWidth = widthOf(runs.map(({ workflow }) => workflow));
  const lines = runs.map(
    (run) =>
      `${run.api.padEnd(apiWidth)}  ${run.workflow.padEnd(workflowWidth)}  ${countOf(run)}\n`,
  );
  const failed = runs.filter((run) => !hasPassed(run));
  const details = failed.flatMap(failuresOf).map((line) => `${line}\n`);
  const verdict =
    failed.length === 0
      ? `${runs.length === 1 ? 'The workflow passes' : `All ${runs.length} workflows pass`}.`
      : `Failed: ${failed.map(({ workflow }) => workflow).join(', ')}.`;
  return [...lines, '\n', ...details, details.length > 0 ? '\n' : '', verdict, '\n'].join('');
}

function widthOf(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}

function countOf(run: WorkflowRun): string {
  const failed = run.steps.filter(({ failures }) => failures.length > 0).length;
  const unreached = hasPassed(run) ? 0 : run.planned - run.steps.length;
  const passed = run.steps.length - failed;
  return [
    `${passed} ${passed === 1 ? 'step' : 'steps'} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unreached > 0 ? [`${unreached} not reached`] : []),
  ].join(', ');
}

function failuresOf({ workflow, location, steps, failures }: WorkflowRun): string[] {
  const own = { title: workflow, location, failures };
  const ofSteps = steps.map((it) => {
    const what = it.exchange === undefined ? '' : `: ${it.exchange}`;
    return { ...it, title: `${workflow}, ${it.step}${what}` };
  });
  return [own, ...ofSteps]
    .filter((it) => it.failures.length > 0)
    .flatMap((it) => [
      `${renderLocation(it.location)}  ${it.title}`,
      ...it.failures.map((failure) => `  ${failure}`),
    ]);
}
