import type { ApiModel, DocumentedResponse } from '../../../scripts/core/api-model.ts';
import { isJsonType } from '../../../scripts/core/exchange.ts';
import type { Json } from '../../../scripts/core/json.ts';

/** An answer, however it came. */
export interface HostileAnswer {
  readonly method: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly milliseconds: number;
}

/** No request may take longer. */
const LONGEST = 1000;

/** Says what is wrong with how an API ended a request, if anything. */
export function toJudge(api: ApiModel) {
  const documented = [...api.responses.values(), ...api.operations.flatMap((it) => it.responses)];
  const schemas = new Set(documented.flatMap(schemasOf));

  // Some APIs document refusals without content.
  const isBare = [api.policies.errors, ...api.operations.map((it) => it.errors)]
    .flatMap((errors) => Object.values(errors))
    .some((policy) => api.responses.get(policy.response)?.content.length === 0);

  /** Error statuses come in a documented shape, whichever of the API's it is. */
  const isDocumented = (value: Json): boolean =>
    [...schemas].some((schema) => api.schemas.check(schema, value).length === 0);

  return (answer: HostileAnswer): string | undefined => {
    const { method, status, contentType, body, milliseconds } = answer;
    if (milliseconds > LONGEST) return `it took ${Math.round(milliseconds)} ms`;
    if ('polluted' in {}) return 'every object has a property now';
    if (status < 200 || status > 599) return `the status ${status}`;
    if (status < 400 || method === 'HEAD') return undefined;
    if (body === '' && isBare) return undefined;
    if (!isJsonType(contentType)) return `the media type ${contentType}`;
    try {
      return isDocumented(JSON.parse(body)) ? undefined : `outside the envelope: ${body}`;
    } catch {
      return `no JSON: ${body.slice(0, 200)}`;
    }
  };
}

function schemasOf({ content }: Pick<DocumentedResponse, 'content'>) {
  return content.flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
}
