import type { Json } from '../../base/json.ts';
import { bodyJson, likelyBody, successContent, bodyText, withJson } from '../answer-parts.ts';
import type { Operator } from '../operator.ts';
import { onSuccess } from './spots.ts';

/** Operators that make the content of a response something else than JSON. */
const TEXT_BREAKERS: readonly Operator[] = (
  [
    ['empty-body', 'sends no content', () => ''],
    ['cut-off-json', 'breaks the JSON off before its end', (text) => text.slice(0, -1)],
    ['broken-json', 'sends JSON with a comma too many', (text) => text.replace(/[}\]]?$/, ',$&')],
    ['html-as-json', 'sends a web page as JSON', () => '<!doctype html><title>Welcome</title>'],
    ['two-documents', 'sends two JSON texts after each other', (text) => `${text}\n${text}`],
    ['not-a-number', 'writes NaN, which JSON does not have', withNaN],
    ['guarded-json', 'puts a guard against scripts before the JSON', (text) => `)]}',\n${text}`],
  ] as const satisfies readonly (readonly [string, string, (text: string) => string])[]
).map(([id, title, change]) =>
  onSuccess(
    { id, class: 'body', difficulty: 0, title, changes: 'body' },
    (_, operation) => successContent(operation)?.pointer,
    (answer) =>
      bodyJson(answer) === undefined ? answer : { ...answer, body: change(bodyText(answer.body)) },
  ),
);

/** Operators that send other JSON than the schema of the whole response allows. */
const ROOT_BREAKERS: readonly Operator[] = (
  [
    ['null-body', 'sends null', () => null],
    ['enveloped-body', 'puts the content into an envelope nobody documented', (data) => ({ data })],
    ['double-encoded', 'sends the JSON as a JSON text', (data) => JSON.stringify(data)],
    ['empty-object', 'sends an empty object', () => ({})],
    ['error-in-success', 'reports a failure in a successful answer', () => ({ error: 'failed' })],
  ] as const satisfies readonly (readonly [string, string, (data: Json) => Json])[]
).map(([id, title, change]) =>
  onSuccess(
    { id, class: 'body', difficulty: 0, title, changes: 'body' },
    (api, operation) => {
      const schema = successContent(operation)?.schema;
      const likely = likelyBody(api, operation);
      if (schema === undefined || likely === undefined) return undefined;
      return api.schemas.check(schema, change(likely), 'response')[0]?.constraint;
    },
    (answer) => withJson(answer, change),
  ),
);

export const WHOLE_BODY_OPERATORS: readonly Operator[] = [...TEXT_BREAKERS, ...ROOT_BREAKERS];

function withNaN(text: string): string {
  const changed = text.replace(/:\s*("[^"]*"|[\d.]+|true|false|null)/, ':NaN');
  return changed === text ? 'NaN' : changed;
}
