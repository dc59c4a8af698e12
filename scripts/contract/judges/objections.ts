import type { ApiModel, Breach, DocumentedResponse, Operation } from '../../model/api-model.ts';
import { essenceOf, isCoveredBy, isJsonType } from '../../base/media-type.ts';
import { textShapeAt } from '../../values/text-shape.ts';
import { headerOf, linesOf, type Exchange, type WireResponse } from '../../wire/exchange.ts';
import type { Json } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { responseFor } from '../../model/documented-response.ts';
import { producedTypes } from '../../model/produced-types.ts';
import { isLeftOpen, responseOfRefusal } from '../../refusal/documented-refusal.ts';
import type { Complaint } from '../complaint.ts';
import { parseJson } from '../../base/json-text.ts';
import { mediaFor } from '../../wire/describe-body.ts';
import { judgeMeaning } from '../wire/parameter-part.ts';
import { ownContent } from '../../wire/own-content.ts';
import { readField } from '../../wire/read-field.ts';
import { isAskedByField } from '../../refusal/is-asked-by-field.ts';
import { isLongHeadRefused } from '../../refusal/is-long-head.ts';
import { protocolRefusalOf } from '../../refusal/protocol-refusal.ts';
import { nearestBreaches } from './nearest-alternative.ts';
import { reasonObjections } from './told-reason.ts';
import { toldBreaches } from './told-breaches.ts';
import { unreadable } from './unreadable.ts';
import { describeBreach, shorten } from './words.ts';

type Objection = Omit<Complaint, 'property'>;

/**
 * What in an answer the operation's Responses Object does not allow: its status, media type, body or
 * headers (OpenAPI 3.1.1, sections 4.8.16 to 4.8.21).
 */
export function objectionsTo(api: ApiModel, operation: Operation, exchange: Exchange): Objection[] {
  const clause = append(operation.pointer, 'responses');
  // What is said of all responses is said of the status.
  return findObjections(api, operation, exchange, clause).map((it) =>
    it.clause === clause ? it : { ...it, isOfAnswer: true },
  );
}

function findObjections(
  api: ApiModel,
  operation: Operation,
  exchange: Exchange,
  clause: Pointer,
): Objection[] {
  const states = `${operation.id} answers ${operation.responses.map((it) => it.status).join(', ')}`;
  if (exchange.response === undefined) {
    return [{ message: 'gives no answer', clause, states, seen: exchange.failure }];
  }
  const { response } = exchange;
  const documented = responseFor(operation, response.status);
  if (isAskedByField(exchange))
    return documented ? headerObjections(api, documented, response) : [];
  if (isLongHeadRefused(exchange)) return [];
  const kind = protocolRefusalOf(operation, exchange);
  const page = pageObjection(api, operation, response);
  if (!documented && kind !== undefined) {
    const refusal = responseOfRefusal(api, operation, kind);
    if (!refusal) return kind === 'notFound' ? page : [];
    return [
      ...contentObjections(api, refusal, response, exchange.request.method),
      ...reasonObjections(api, operation, response),
    ];
  }
  if (isLeftOpen(operation, response.status)) return page;
  if (!documented) {
    const seen = `status ${response.status}`;
    const message = `answers ${response.status}, which is not documented`;
    return [{ message, clause, kind: String(response.status), states, seen }];
  }
  return [
    ...(documented.content.length === 0 ? page : []),
    ...contentObjections(api, documented, response, exchange.request.method),
    ...headerObjections(api, documented, response),
    ...reasonObjections(api, operation, response),
  ];
}

const PAGE = 'text/html';

/** A page for people where a description has media types for all answers, and pages are none of them. */
function pageObjection(api: ApiModel, operation: Operation, response: WireResponse): Objection[] {
  const { status, body } = response;
  const produced = producedTypes(api, operation);
  const type = essenceOf(headerOf(response, 'content-type') ?? '');
  if (!produced || body === '' || type !== PAGE || status < 200 || status > 499) return [];
  const { mediaTypes, pointer } = produced;
  if (mediaTypes.some((it) => isCoveredBy(PAGE, it))) return [];
  const message = `answers ${status} in another media type`;
  const seen = `Content-Type ${type}`;
  return [{ message, clause: pointer, states: mediaTypes.join(', '), seen }];
}

function contentObjections(
  api: ApiModel,
  documented: DocumentedResponse,
  response: WireResponse,
  method: string,
): Objection[] {
  const { status } = response;
  const bodiless = method === 'HEAD' || BODILESS.has(status);
  if (documented.content.length === 0 || bodiless) return [];
  const clause = append(documented.pointer, 'content');
  const types = documented.content.map(({ mediaType }) => mediaType).join(', ');
  const contentType = headerOf(response, 'content-type');
  const media = contentType === undefined ? undefined : mediaFor(documented.content, contentType);
  if (!media && isImpossible(api, documented)) return [];
  if (!media) {
    const seen = contentType === undefined ? 'no Content-Type' : `Content-Type ${contentType}`;
    return [{ message: `answers ${status} in another media type`, clause, states: types, seen }];
  }
  if (!isJsonType(essenceOf(contentType ?? ''))) return [];
  if (response.isMangled) {
    const message = `answers ${status} with a body that is not UTF-8`;
    const seen = 'bytes that are not UTF-8 (RFC 8259, section 8.1)';
    return [{ message, clause: media.pointer, states: media.mediaType, seen }];
  }
  const reason = unreadable(response);
  if (reason !== undefined) {
    const message = `answers ${status} with a body that its headers make unreadable`;
    return [{ message, clause: media.pointer, states: media.mediaType, seen: reason }];
  }
  const parsed = parseJson(response.body);
  if ('reason' in parsed) {
    if (parsed.isUnread) return [];
    const message = `answers ${status} with a body that is not JSON`;
    return [{ message, clause: media.pointer, states: media.mediaType, seen: parsed.reason }];
  }
  const { schema } = media;
  if (schema === undefined) return [];
  const found = nearestBreaches(
    api,
    parsed.value,
    api.schemas.check(schema, parsed.value, 'response'),
  );
  const { breaches, left } = toldBreaches(found);
  return breaches.map((breach, at) => {
    const objection = bodyObjection(breach, status, schema, parsed.value);
    if (left === 0 || at > 0) return objection;
    return { ...objection, seen: `${objection.seen}, and ${left} more clauses are broken` };
  });
}

/** Whether no content whatever is what is documented: then nobody can be blamed for sending something else. */
function isImpossible(api: ApiModel, { content }: DocumentedResponse): boolean {
  return content.every((media) => {
    const made = ownContent(api, media);
    return 'reason' in made && made.isProven;
  });
}

/** They have no content (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5). */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

function bodyObjection(breach: Breach, status: number, schema: Pointer, value: Json): Objection {
  return {
    message: `answers ${status} with a body that breaks ${breach.keyword}`,
    clause: breach.constraint,
    states: `${breach.keyword}: ${shorten(breach.expected)}`,
    seen: describeBreach('body', breach, value),
    rests: [{ part: 'body', schema, value, breach }],
  };
}

function headerObjections(
  api: ApiModel,
  documented: DocumentedResponse,
  response: WireResponse,
): Objection[] {
  return documented.headers.flatMap((header): Objection[] => {
    const { name, required, pointer, schema, content } = header;
    const reading = readField(header, textShapeAt(api.document, schema), linesOf(response, name));
    if (reading === 'absent') {
      if (!required) return [];
      return [
        {
          message: `leaves out the header ${name}`,
          clause: append(pointer, 'required'),
          states: 'required: true',
          seen: 'no such header',
        },
      ];
    }
    if (typeof reading === 'string') {
      return [
        {
          message: `sends the header ${name} as something else than its media type`,
          clause: content?.pointer ?? pointer,
          states: content?.mediaType ?? 'style: simple',
          seen: `${name}: ${shorten(headerOf(response, name) ?? '')}`,
        },
      ];
    }
    if (schema === undefined) return [];
    const { value, breaches } = judgeMeaning(api, schema, reading, 'response');
    return breaches.map((breach) => ({
      message: `sends the header ${name} with a value that breaks ${breach.keyword}`,
      clause: breach.constraint,
      states: `${breach.keyword}: ${shorten(breach.expected)}`,
      seen: describeBreach(`header ${name}`, breach, value),
      rests: [{ part: `header ${name}`, schema, value, breach }],
    }));
  });
}
