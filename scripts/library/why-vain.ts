import type { MendWords } from '../cli/contract/mend-words.ts';
import { renderMends } from '../cli/contract/mends.ts';
import { renderMissing } from '../cli/contract/missing-credentials.ts';
import { exitCodeOf } from '../cli/contract/exit-code.ts';
import type { ApiModel } from '../model/api-model.ts';
import { renderAnswers } from '../report/answers.ts';
import { whyNothing } from '../report/why-nothing.ts';
import type { ContractRun } from '../result/contract-run.ts';
import { basePathOf, type ContractSettings } from './open-run.ts';

/**
 * Why a run is no proof, and which setting mends it: nothing was tried, no operation succeeded, a credential was
 * refused everywhere, or it could not go on. Empty where `kiln test` would not end with exit code 2 either.
 */
export function whyVain(api: ApiModel, run: ContractRun, settings: ContractSettings): string {
  const words = wordsFor(api, run, settings);
  const mends = renderMends(api, run, run.isRefused === true, words).trimEnd();
  if (mends !== '') return mends;
  if (exitCodeOf(run) !== 2) return '';
  const nothing = whyNothing(run);
  const { interrupted } = run;
  return [
    ...(nothing === undefined ? [] : [`${api.name}: nothing was tried: ${nothing}`]),
    ...(interrupted ? [`${api.name}: stopped early: ${interrupted.reason}`] : []),
    renderMissing(api, run, words).trimEnd(),
  ]
    .filter((it) => it !== '')
    .join('\n');
}

/** How the settings of `testContract` and `contractTests` give what a run lacks. */
function wordsFor(api: ApiModel, run: ContractRun, settings: ContractSettings): MendWords {
  return {
    credential: (scheme, secret) => `pass credentials: { ${keyOf(scheme)}: '${secret}' }`,
    header: `Where it is a header, have every request carry it: headers: { NAME: 'VALUE' }.`,
    place: (path, target) =>
      settings.app === undefined
        ? `Is target right? ${path} of the description is asked for at ${target}${path}.`
        : placeOf(path, basePathOf(api, settings)),
    more: `Over all operations, ${renderAnswers(run)}.`,
    mock: undefined,
    unproven: undefined,
  };
}

function placeOf(path: string, basePath: string): string {
  const other =
    basePath === ''
      ? `Where app serves it below a path, pass basePath: '/api/v1'.`
      : `Where app serves it elsewhere, pass basePath: '' for no path before it, or '/api/v1'.`;
  return `${path} of the description is asked for at ${basePath}${path} of app. ${other}`;
}

function keyOf(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
