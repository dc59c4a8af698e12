import { printable } from '../base/printable.ts';
import type { ApiModel, Operation } from '../model/api-model.ts';

/** More claim ids than this tell a reader of code nothing. */
const FEW_CLAIMS = 6;

/** A TSDoc comment of the paragraphs, on one line where there is one short one. */
export function renderComment(paragraphs: readonly string[], indent = ''): string {
  const lines = printable(paragraphs.join('\n\n'))
    .trim()
    .replaceAll('*/', String.raw`*\/`)
    .split('\n');
  const [only = ''] = lines;
  if (lines.length === 1 && only.length < 90) return `${indent}/** ${only} */`;
  const body = lines.map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...body, `${indent} */`].join('\n');
}

/** What a method does, how often it may be called, and what says so. */
export function operationComment(api: ApiModel, operation: Operation): string {
  const { summary, description, method, path, pointer, deprecated } = operation;
  const claims = api.claimsAt(pointer);
  return renderComment(
    [
      ...(summary === undefined ? [] : [`${summary.replace(/\.$/, '')}.`]),
      ...(description === undefined ? [] : [description.trim()]),
      `\`${method.toUpperCase()} ${path}\``,
      ...rateLimitOf(api, operation),
      ...(claims.length > 0 && claims.length <= FEW_CLAIMS
        ? [`Evidence: ${claims.join(', ')}.`]
        : []),
      ...(deprecated ? ['@deprecated'] : []),
    ],
    '  ',
  );
}

function rateLimitOf({ policies }: ApiModel, { rateCategory }: Operation): string[] {
  const { rateLimits } = policies;
  if (!rateLimits || rateCategory === undefined) return [];
  const quotas = Object.entries(rateLimits.quotas[rateCategory] ?? {}).map(
    ([plan, quota]) => `${plan} ${quota === 'custom' ? 'by agreement' : quota}`,
  );
  const { window } = rateLimits;
  return [`Requests per ${window} s (\`${rateCategory}\`): ${quotas.join(', ')}.`];
}
