import type { ApiModel, MediaType, Operation } from '../../model/api-model.ts';
import { isJsonType } from '../../base/media-type.ts';
import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append, tokensOf, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { shapeAt } from '../../values/schema-shape.ts';
import {
  withValue,
  type Asked,
  type AnswerDraft,
  type Step,
  type Surroundings,
} from '../behaviour/step.ts';
import { toReflectStep } from '../reflect/reflect.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';
import { arrange } from '../state/arrange.ts';
import { requestedId } from '../state/ids.ts';
import { shelfOf, valueOf } from '../state/shelf.ts';
import type { WebhookTarget } from './targets.ts';

/** A webhook whose receiver is asked before a write. */
export interface VetoCall {
  readonly webhook: Operation;
  readonly media: MediaType;
  readonly url: string;
}

/** Who is asked before an operation goes on, in this order. */
export function vetoCallsOf(
  { webhooks }: ApiModel,
  operation: Operation,
  targets: readonly WebhookTarget[],
): readonly VetoCall[] {
  const asking = webhooks.filter(({ veto }) => veto?.before.includes(operation.id));
  return asking.flatMap((webhook) => {
    const media = webhook.body?.content.find((it) => isJsonType(it.mediaType));
    const own = targets.filter(({ name }) => name === undefined || name === webhook.path);
    return media ? own.map(({ url }) => ({ webhook, media, url })) : [];
  });
}

/** Before a write, `x-veto` webhooks ask their receivers; any other answer than theirs refuses it. */
export function toVetoSteps(surroundings: Surroundings, operation: Operation): readonly Step[] {
  const { api, webhooks } = surroundings;
  return vetoCallsOf(api, operation, webhooks.targets).map((call) =>
    toVetoStep(surroundings, call),
  );
}

function toVetoStep(surroundings: Surroundings, { webhook, media, url }: VetoCall): Step {
  const reflect = toReflectStep(surroundings);
  return async (asked, draft) => {
    for (const subject of await subjectsOf(surroundings, asked)) {
      const blank: AnswerDraft = { media, headers: {}, value: media.examples[0]?.value ?? {} };
      const described = describe(surroundings, webhook, blank, subject);
      const payload = await reflect(subject.asked, described);
      if (isRefusal(payload)) return payload;
      const body = JSON.stringify(payload.value);
      const refusal = await ask(surroundings, webhook, asked, { url, media, body });
      if (refusal) return refusal;
    }
    return draft;
  };
}

/** One of the things that a request is about. */
interface Subject {
  /** The request as if it were about this one alone. */
  readonly asked: Asked;
  /** What the request says of it. */
  readonly input: JsonObject;
  /** What it was before; empty where the mock does not know it. */
  readonly previous: JsonObject;
}

async function subjectsOf(surroundings: Surroundings, asked: Asked): Promise<readonly Subject[]> {
  const { resource } = asked.operation;
  if (!resource) return [{ asked, input: objectOf(asked.body), previous: {} }];
  const input = resource.action === 'delete' ? {} : valueOf(asked, resource.input ?? '#');
  if (Array.isArray(input)) {
    const items = input as readonly Json[];
    return items.map((body) => {
      return { asked: { ...asked, body }, input: objectOf(body), previous: {} };
    });
  }
  const id = requestedId({ policy: resource }, asked);
  const thing =
    id === undefined ? undefined : await shelfOf(surroundings, resource, asked).find(id);
  return [{ asked, input: objectOf(input), previous: thing?.fields ?? {} }];
}

/** The example with what is known of the thing, as far as the schema of the webhook allows. */
function describe(
  { api }: Surroundings,
  { veto }: Operation,
  blank: AnswerDraft,
  { asked, input, previous }: Subject,
): AnswerDraft {
  if (veto?.input === undefined && veto?.previous === undefined) {
    const shape = shapeAt(api.document, blank.media?.schema, '#');
    const known = { id: null, fields: { ...previous, ...input } };
    const ways = arrange(known, blank.value, { shape, policy: {} });
    const drafts = ways.map((way) => withValue(api, blank, way()));
    return drafts.find((draft) => draft !== blank) ?? blank;
  }
  const put = (draft: AnswerDraft, at: Pointer | undefined, fields: JsonObject) =>
    at === undefined || Object.keys(fields).length === 0
      ? draft
      : withValue(api, draft, withValueAt(draft.value, at, fields));
  const [key = ''] = tokensOf(asked.operation.resource?.key ?? '#');
  const { [key]: _id, ...changes } = input;
  return put(put(blank, veto.input, changes), veto.previous, previous);
}

interface Letter {
  readonly url: string;
  readonly media: MediaType;
  readonly body: string;
}

async function ask(
  { api, clock, webhooks: { deliver, record } }: Surroundings,
  webhook: Operation,
  { call, operation, namespace }: Asked,
  { url, media, body }: Letter,
): Promise<Refusal | undefined> {
  const allow = webhook.veto?.allow;
  const method = webhook.method.toUpperCase();
  const send = call.webhook?.(webhook, deliver) ?? deliver;
  const sending = send({ url, method, contentType: media.mediaType, body });
  const answer = await sending.then(
    (status) => ({ status, failure: undefined }),
    (error: unknown) => ({ status: undefined, failure: reasonOf(error) }),
  );
  const isAllowed = answer.status === allow;
  const { origin, pathname } = new URL(url);
  record({
    at: clock.now(),
    namespace,
    api: api.name,
    webhook: webhook.path,
    kind: 'webhook',
    operation: operation.id,
    url: `${origin}${pathname}`,
    ...answer,
    isAllowed,
  });
  if (isAllowed) return undefined;
  const said = answer.status === undefined ? 'did not answer' : `answered ${answer.status}`;
  return refuse('invalid', `The receiver of the webhook ${webhook.path} ${said}, not ${allow}.`, {
    constraint: append(webhook.pointer, 'x-veto'),
    stage: 'behaviour',
    reason: answer.failure,
  });
}

/** Node says only in the cause what went wrong with a connection. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}
