import type { ApiModel, Operation } from '../../model/api-model.ts';
import { renderCurl } from '../curl-sample.ts';
import type { CallSample } from './call-sample.ts';

/** Calls of an operation; a webhook has none, because its reader does not send it. */
export function samplesOf(api: ApiModel, operation: Operation): CallSample[] {
  if (api.webhooks.includes(operation)) return [];
  return [{ label: 'curl', language: 'sh', source: renderCurl(api, operation) }];
}
