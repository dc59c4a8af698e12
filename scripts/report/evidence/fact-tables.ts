import { STATED_KINDS, type StatedKind } from '../../model/stated-fact.ts';
import { isBehaving, isFound, type FactAudit, type FactResult } from '../../result/fact-result.ts';
import { escapeMarkdown, renderFolded, renderShare, renderTable } from './markdown.ts';
import { renderPlace } from './places.ts';

const COLUMNS = ['Facts listed #', 'Found in the description #', 'Behaving on the mock #'];

/** What a second reader listed of each document, and what of it shows. */
export function renderFactSummary(
  audits: readonly { readonly name: string; readonly audit: FactAudit }[],
): string {
  const all = audits.flatMap(({ audit }) => audit.results);
  return [
    '### Read a second time',
    SECOND_READING,
    renderTable(
      ['Description', ...COLUMNS],
      [
        ...audits.map(({ name, audit }) => [name, ...sharesOf(audit.results)]),
        ['**All**', ...sharesOf(all)],
      ],
    ),
  ].join('\n\n');
}

const SECOND_READING = `Somebody who had not seen a description listed every fact of its document first, in \`audit.yaml\` beside it. Each fact
then had to be found in the description, and what can be tried was tried on the mock: the requests and what the answers
must hold stand in the list. A fact that only a person can act on, such as where keys are managed, is not tried.`;

/** The facts of one document by what they are about, and those that do not show, with the reason. */
export function renderFactAudit({ list, results }: FactAudit): string {
  const byKind = Map.groupBy(results, ({ fact }) => fact.kind);
  const rows = STATED_KINDS.flatMap((kind) => {
    const own = byKind.get(kind);
    return own ? [[KIND_TITLES[kind], ...sharesOf(own)]] : [];
  });
  const lacking = results.filter(
    (result) => !isFound(result) || (result.fact.tried.length > 0 && !isBehaving(result)),
  );
  return [
    `Read a second time: ${renderPlace(`${results.length} facts`, list.file, 1)}.`,
    renderTable(['Facts about', ...COLUMNS], [...rows, ['**All**', ...sharesOf(results)]]),
    ...(lacking.length === 0
      ? []
      : [
          renderFolded(
            `${lacking.length} facts that do not show, and why`,
            lacking.map((it) => `- ${renderLacking(it, list.file)}`).join('\n'),
          ),
        ]),
  ].join('\n\n');
}

function renderLacking(result: FactResult, file: string): string {
  const { fact, missing, misbehaving } = result;
  const [first = 'Nothing says where to look.'] = [...missing, ...misbehaving];
  const where = isFound(result) ? '' : ' *Not in the description.*';
  return `${renderPlace(fact.id, file, fact.line)} ${escapeMarkdown(fact.fact)}.${where} *${escapeMarkdown(fact.notYet ?? first)}*`;
}

function sharesOf(results: readonly FactResult[]): string[] {
  const tried = results.filter(({ fact }) => fact.tried.length > 0);
  return [
    `${results.length}`,
    renderShare(results.filter(isFound).length, results.length),
    renderShare(tried.filter(isBehaving).length, tried.length),
  ];
}

const KIND_TITLES: Readonly<Record<StatedKind, string>> = {
  transport: 'Addresses and formats',
  auth: 'Authentication',
  operation: 'Operations',
  path: 'Paths as printed',
  header: 'Headers',
  field: 'Fields',
  type: 'Types',
  required: 'What is required',
  default: 'Defaults',
  example: 'Examples',
  status: 'Statuses',
  code: 'Error codes',
  limit: 'Limits',
  lifetime: 'Lifetimes',
  date: 'Dates',
  relation: 'Relations',
  behaviour: 'Behaviour',
  general: 'The rest',
};
