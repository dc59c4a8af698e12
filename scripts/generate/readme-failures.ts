import { isUploading } from './client-features.ts';
import { markdownCode } from './markdown-cell.ts';
import type { Contract, OperationContract } from './runtime/contract.ts';

/** What a call can come to besides a documented answer, and what to do about it; a row for each kind. */
export function renderFailures(contract: Contract): string {
  const has = (isSo: (operation: OperationContract) => unknown) =>
    Object.values(contract.operations).some(isSo);
  const rows: readonly (readonly [isThere: unknown, codes: string, what: string])[] = [
    [
      true,
      'credential-missing credential-unusable',
      'nothing was sent: the operation needs a credential',
    ],
    [
      true,
      'parameter-missing parameter-unusable',
      'nothing was sent: a parameter cannot be written',
    ],
    [
      true,
      'header-unusable body-unusable',
      'nothing was sent: HTTP or the media type has no room for the value',
    ],
    [true, 'url-insecure url-unusable', 'nothing was sent: `baseUrl` is not an address to trust'],
    [true, 'operation-unknown', 'nothing was sent: `client.http` was given what is not described'],
    [
      has(({ access }) => access === 'write'),
      'access-refused',
      'nothing was sent: it writes, and `access` is `read`',
    ],
    [
      has(({ limits, batch }) => limits ?? batch),
      'body-too-large',
      'nothing was sent: the body or an item has more bytes than are taken',
    ],
    [
      contract.rate,
      'quota-spent option-unusable',
      'nothing was sent: the quota is spent for longer than the call may wait, or has no such plan',
    ],
    [contract.session, 'session-refused', 'the login was refused'],
    [true, 'no-response body-cut', 'the connection failed, or the answer broke off'],
    [true, 'timeout aborted', 'its time was over, or its `signal` ended it'],
    [
      true,
      'response-unexpected',
      'the answer is not a documented one; the error has its `status` and `body`',
    ],
    [true, 'response-refused', '`orThrow()` was called, and the answer is a refusal'],
    [has(({ pages }) => pages), 'pages-endless', 'a page names one as the next that was there'],
    [has(({ work }) => work), 'work-unknown', 'the state of accepted work is not a documented one'],
  ];
  const told = rows.filter(([isThere]) => isThere);
  return `| \`error.code\` | What happened |
| --- | --- |
${told.map(([, codes, what]) => `| ${codes.split(' ').map(codeOf).join(', ')} | ${what} |`).join('\n')}
`;
}

/** What methods have beside themselves, and what their calls keep to. */
export function renderCalling(contract: Contract): string {
  const idsOf = (isSo: (operation: OperationContract) => unknown) =>
    Object.entries(contract.operations).flatMap(([id, it]) => (isSo(it) ? [markdownCode(id)] : []));
  const lists = idsOf(({ pages }) => pages);
  const batches = idsOf(({ batch }) => batch);
  const works = idsOf(({ work }) => work);
  const lines = [
    'A call is sent again, twice at most, where that does no harm: `timeout`, `deadline`, `retries` and `maxWait` say how long and how often, for all calls or for one.',
    '`.orThrow()` behind a call throws refusals, and `.dryRun(…)` in its place tells what it would send.',
    ...(lists.length > 0
      ? [`\`.pages(…)\` and \`.items(…)\` read a list to its end: ${lists.join(', ')}.`]
      : []),
    ...(batches.length > 0
      ? [
          `\`.inBatches(items, …)\` sends as many items at once as are taken: ${batches.join(', ')}.`,
        ]
      : []),
    ...(works.length > 0
      ? [`\`.submitAndWait(…)\` asks until accepted work has ended: ${works.join(', ')}.`]
      : []),
    ...(idsOf(isUploading).length > 0
      ? [
          'With `onUpload` a call that sends anything but JSON tells how much of it is on its way; pages of a browser cannot.',
        ]
      : []),
    ...(contract.dateTimes
      ? [
          'A time is a `Date` where it comes, and a `Date` or its text where you send it; `client.http` has the texts.',
        ]
      : []),
    ...(contract.rate ? ['Calls wait for their quota; `plan` names yours.'] : []),
    ...(contract.session
      ? ['With `login` a session is opened when it is needed, and again when it has ended.']
      : []),
    `Functions of \`/operations\` have the same, with the connection before all else; \`dryRun(operation, connection, …)\` is a function there, and ${onDemand(contract)} behind the options of \`connect\`.`,
  ];
  return lines.map((line) => `- ${line}\n`).join('');
}

/** What a connection of single operations has when it is named. */
function onDemand({ rate }: Contract): string {
  return rate ? '`hooks` and `pacing` are named' : '`hooks` is named';
}

function codeOf(text: string): string {
  return `\`${text}\``;
}
