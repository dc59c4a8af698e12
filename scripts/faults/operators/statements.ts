import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isEqual, textOf, type Json } from '../../base/json.ts';
import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import {
  bodyJson,
  isCarriedOut,
  likelyBody,
  successContent,
  toSuccess,
  withJson,
} from '../answer-parts.ts';
import { secretOf, withSecrets } from '../credential-parts.ts';
import { exampleRequest, readAsSent } from '../example-request.ts';
import type { FaultPlace, Operator, RequestDraft } from '../operator.ts';
import { doing, type Doing } from '../remembered-things.ts';
import { valueIn, withValueIn } from '../request-parts.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import { WHOLE_ANSWER } from './spots.ts';

/** Operators on statements in SQL, and on answers that depend on a state. */
export const STATEMENT_OPERATORS: readonly Operator[] = [
  {
    id: 'sql-stale',
    class: 'state',
    difficulty: 2,
    title: 'answers queries without what was created',
    changes: 'body',
    places: stalePlaces,
  },
  {
    id: 'sql-reader-writes',
    class: 'access',
    difficulty: 2,
    title: 'lets a credential that may only read change something by a statement',
    changes: 'verdict',
    places: readerPlaces,
  },
  {
    id: 'answer-of-other-state',
    class: 'state',
    difficulty: 2,
    title: 'answers as if the thing were in another state',
    changes: 'body',
    places: statePlaces,
  },
];

/** A row that an example makes, and a request with a statement about its table. */
function tableOf(
  api: ApiModel,
  operation: Operation,
  toStatement: (table: string) => string,
): { readonly creator: Doing; readonly asked: RequestDraft } | undefined {
  const { sql } = operation;
  const draft = exampleRequest(api, operation);
  if (!sql || !draft) return undefined;
  const creator = doing(
    { api, operation, resource: { name: sql.records, action: 'list' } },
    'create',
  );
  const read = creator && readAsSent(api, creator.operation, creator.draft);
  const { within = [] } = creator?.resource ?? {};
  const owners = within.map((place) => (read ? valueIn(read, place) : undefined));
  const table = owners.at(-1);
  if (!creator || table === undefined) return undefined;
  const around = within
    .slice(0, -1)
    .reduce((it, place, i) => withValueIn(operation, it, place, owners[i] ?? null), draft);
  const statement = toStatement(`"${textOf(table).replaceAll('"', '""')}"`);
  return { creator, asked: withValueIn(operation, around, sql.statement, statement) };
}

function stalePlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const found = tableOf(api, operation, (it) => `SELECT * FROM ${it}`);
  const { rows, count } = operation.sql ?? {};
  if (!found || rows === undefined) return [];
  return [
    {
      at: WHOLE_ANSWER,
      clause: append(operation.pointer, 'x-sql', 'rows'),
      deviate: () => ({
        after: (seen) =>
          withJson(seen.answer, (body) => {
            const listed = arrayOf(valueAt(body, rows));
            if (!isCarriedOut(seen) || listed.length === 0) return undefined;
            const none = withValueAt(body, rows, []);
            const isCounted = count !== undefined && valueAt(body, count) !== undefined;
            return isCounted ? withValueAt(none, count, 0) : none;
          }),
      }),
      witness: () => [{ send: found.creator.draft }, { send: found.asked }],
    },
  ];
}

function readerPlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  if (operation.sql?.changes === undefined) return [];
  const found = tableOf(api, operation, (it) => `DELETE FROM ${it} WHERE 1 = 0`);
  const reader = operation.security.flatMap((requirement) => {
    const [name, ...others] = requirement.keys();
    return others.length > 0
      ? []
      : secretOf(
          api,
          credentialsOf(api).find(
            (it) => it.scheme === name && it.access === 'read' && it.expires === undefined,
          ),
        );
  });
  const [first] = reader;
  if (!found || !first) return [];
  return [
    {
      at: WHOLE_ANSWER,
      clause: append(operation.pointer, 'x-sql', 'changes'),
      deviate: () => ({
        after: (seen) =>
          seen.refused === 'forbidden' ? toSuccess(api, operation, seen) : seen.answer,
      }),
      witness: () => [{ send: withSecrets(api, found.asked, [first]) }],
    },
  ];
}

function statePlaces(api: ApiModel, operation: Operation): readonly FaultPlace[] {
  const { answers } = operation;
  const draft = exampleRequest(api, operation);
  if (!answers || !draft) return [];
  const { about, id, key, tells, cases } = answers;
  const creator = doing({ api, operation, resource: { name: about, action: 'list' } }, 'create');
  const content = successContent(operation);
  const bodies = cases.map(
    ({ example }) => content?.examples.find(({ name }) => name === example)?.value,
  );
  const { item = '#' } = creator?.resource ?? {};
  if (!creator || bodies.includes(undefined) || likelyBody(api, operation) === undefined) return [];
  const other = (body: Json): Json | undefined => {
    const at = bodies.findIndex((it) =>
      isEqual(valueAt(it ?? null, tells) ?? null, valueAt(body, tells) ?? null),
    );
    return at < 0 ? undefined : bodies[(at + 1) % bodies.length];
  };
  return [
    {
      at: WHOLE_ANSWER,
      clause: append(operation.pointer, 'x-answers', 'cases'),
      deviate: () => ({
        after: (seen) =>
          withJson(seen.answer, (body) => (isCarriedOut(seen) ? other(body) : undefined)),
      }),
      witness: () => [
        { send: creator.draft },
        {
          follow: (answer) => {
            const told = valueAt(valueAt(bodyJson(answer) ?? null, item) ?? null, key);
            return told === undefined ? draft : withValueIn(operation, draft, id, told);
          },
        },
      ],
    },
  ];
}
