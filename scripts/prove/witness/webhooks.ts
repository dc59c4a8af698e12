import type { ApiModel } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import { parseJson } from '../../base/json-text.ts';
import { documentedAs, isJson } from './content.ts';
import { breachesOf } from './json-schema.ts';
import type { Objection } from './objection.ts';
import type { Recorded, RecordedLetter } from './recorded.ts';
import { routeOf } from './route.ts';

/** Whether each webhook that a write waits for is sent, as documented, and decides (`x-veto`). */
export function webhookObjections(
  api: ApiModel,
  { request, response, letters }: Recorded,
): readonly Objection[] {
  const { operation } = routeOf(api, request);
  return api.webhooks.flatMap((webhook): readonly Objection[] => {
    const { veto, path, pointer } = webhook;
    if (!operation || !veto?.before.includes(operation.id)) return [];
    const own = letters.filter((it) => it.webhook === path);
    const clause = append(pointer, 'x-veto');
    const isDone = response.status < 300;
    const isForbidden = own.some(({ answered }) => answered !== veto.allow);
    return [
      ...(isDone && own.length === 0 ? [{ clause, seen: 'a write without the webhook' }] : []),
      ...(isDone && isForbidden
        ? [{ clause, seen: 'a write that the receiver did not allow' }]
        : []),
      ...own.flatMap((letter) => [...letterObjections(api, webhook, letter)]),
    ];
  });
}

/** Whether a receiver did not allow what a request asks for. */
export function isVetoed({ webhooks }: ApiModel, { letters }: Recorded): boolean {
  return letters.some(
    ({ webhook, answered }) =>
      answered !== webhooks.find(({ path }) => path === webhook)?.veto?.allow,
  );
}

function* letterObjections(
  { document }: ApiModel,
  webhook: ApiModel['webhooks'][number],
  { method, contentType, body }: RecordedLetter,
): Generator<Objection> {
  if (method.toLowerCase() !== webhook.method)
    yield { clause: webhook.pointer, seen: `a webhook by ${method}` };
  const clause = append(webhook.pointer, 'requestBody', 'content');
  const media = documentedAs(webhook.body?.content ?? [], contentType);
  if (!media) {
    yield { clause, seen: `a webhook as ${contentType}` };
    return;
  }
  if (!isJson(contentType)) return;
  const reading = parseJson(body);
  if ('reason' in reading) {
    if (!reading.isUnread) yield { clause, seen: 'a webhook whose content is not JSON' };
    return;
  }
  const breaches =
    media.schema === undefined ? [] : breachesOf(document, media.schema, reading.value);
  yield* breaches.map((it) => ({ clause: it.clause, seen: 'a webhook with other content' }));
}
