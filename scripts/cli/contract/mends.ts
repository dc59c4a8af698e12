import type { ApiModel } from '../../model/api-model.ts';
import { answersOf } from '../../report/answers.ts';
import type { ContractRun } from '../../result/contract-run.ts';
import { hasAskedAnother } from '../../result/asked-another.ts';
import { isNothingProven } from '../../result/proven.ts';
import { FLAG_WORDS, type MendWords } from './mend-words.ts';
import { sayHowToGive } from './missing-credentials.ts';

/** Says what most likely keeps every operation from succeeding, and how that is mended; empty where one did. */
export function renderMends(
  api: ApiModel,
  run: ContractRun,
  areRefused: boolean,
  words: MendWords = FLAG_WORDS,
): string {
  if (!isNothingProven(run) && !areRefused && !hasAskedAnother(run)) return '';
  const [first] = answersOf(run);
  const what =
    areRefused && !isNothingProven(run)
      ? 'no operation that asks for a credential'
      : 'no operation';
  return [
    `${api.name}: ${what} succeeded, so nothing is proven`,
    ...mendsFor(api, run, areRefused ? '401' : first?.[0], words),
    '',
  ]
    .map((line, index) => (index > 0 && line !== '' ? `  ${line}` : line))
    .join('\n');
}

function mendsFor(
  api: ApiModel,
  run: ContractRun,
  status: string | undefined,
  words: MendWords,
): readonly string[] {
  if (status === '401' || status === '403') {
    const schemes = [...api.securitySchemes.keys()].map((name) => sayHowToGive(api, name, words));
    return schemes.length > 0
      ? ['The server wants another credential than it was sent.', ...schemes]
      : [
          'The server wants a credential, and the description has no securitySchemes that say which.',
          words.header,
        ];
  }
  if (status === '404' || status === '405' || hasAskedAnother(run)) {
    const [path = '/'] = api.operations.map((it) => it.path);
    return [words.place(path, run.target)];
  }
  if (status?.startsWith('5') === true)
    return ['The server fails on every request: its log says why.'];
  return [words.more];
}
