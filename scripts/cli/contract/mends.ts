import type { ApiModel } from '../../model/api-model.ts';
import { answersOf } from '../../report/answers.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import { hasAskedAnother } from '../../result/asked-another.ts';
import { isNothingProven } from '../../result/proven.ts';
import { sayHowToGive } from './missing-credentials.ts';

/** Says what most likely keeps every operation from succeeding, and by which flag that is mended; empty where one did. */
export function renderMends(api: ApiModel, run: ContractRun, areRefused: boolean): string {
  if (!isNothingProven(run) && !areRefused && !hasAskedAnother(run)) return '';
  const [first] = answersOf(run);
  const what =
    areRefused && !isNothingProven(run)
      ? 'no operation that asks for a credential'
      : 'no operation';
  return [
    `${api.name}: ${what} succeeded, so nothing is proven`,
    ...mendsFor(api, run, areRefused ? '401' : first?.[0]),
    '',
  ]
    .map((line, index) => (index > 0 && line !== '' ? `  ${line}` : line))
    .join('\n');
}

function mendsFor(api: ApiModel, run: ContractRun, status: string | undefined): readonly string[] {
  if (status === '401' || status === '403') {
    const schemes = [...api.securitySchemes.keys()].map((name) => sayHowToGive(api, name));
    return schemes.length > 0
      ? ['The server wants another credential than it was sent.', ...schemes]
      : [
          'The server wants a credential, and the description has no securitySchemes that say which.',
          'Where it is a header, have every request carry it: --header "NAME: VALUE".',
        ];
  }
  if (status === '404' || status === '405' || hasAskedAnother(run)) {
    const [path = '/'] = api.operations.map((it) => it.path);
    return [`Is --target right? ${path} of the description is asked for at ${run.target}${path}.`];
  }
  if (status?.startsWith('5') === true)
    return ['The server fails on every request: its log says why.'];
  return ['Run it with --verbose to see what each operation answered.'];
}
