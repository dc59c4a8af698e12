import type { ApiModel, Operation } from '../../model/api-model.ts';
import { renderCurl } from '../curl-sample.ts';
import type { CallSample } from './call-sample.ts';
import { renderJavaScript } from './javascript-sample.ts';
import { renderPython } from './python-sample.ts';
import { sampleRequest } from './sample-request.ts';

/** A call of the typed client, where there is one: what makes clients knows how it is written. */
export type ClientCall = (api: ApiModel, operation: Operation) => string | undefined;

/** Languages of the samples, in the order in which they are shown. */
export const SAMPLE_LABELS = ['curl', 'TypeScript', 'JavaScript', 'Python'] as const;

/** Calls of an operation; a webhook has none, because its reader does not send it. */
export function samplesOf(
  api: ApiModel,
  operation: Operation,
  clientCall?: ClientCall,
): CallSample[] {
  if (api.webhooks.includes(operation)) return [];
  const request = sampleRequest(api, operation);
  const typed = clientCall?.(api, operation);
  return [
    { label: 'curl', language: 'sh', source: renderCurl(api, operation) },
    ...(typed === undefined ? [] : [{ label: 'TypeScript', language: 'ts', source: typed }]),
    { label: 'JavaScript', language: 'js', source: renderJavaScript(request, operation) },
    { label: 'Python', language: 'python', source: renderPython(request) },
  ];
}
