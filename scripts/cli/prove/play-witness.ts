import type { ApiModel } from '../../model/api-model.ts';
import { toServerRouter } from '../../model/router.ts';
import type { RequestDraft, FaultPlace } from '../../faults/operator.ts';
import type { Mock } from '../../mock/mock.ts';
import type { Recorded, RecordedLetter, RecordedResponse } from '../../prove/witness/recorded.ts';
import type { WitnessLetterbox } from './letterbox.ts';

/** Sends the requests of a witness one after the other, lets time pass between them, and records all. */
export async function playWitness(
  api: ApiModel,
  mock: Mock,
  clock: { at: number },
  letterbox: WitnessLetterbox,
  { witness, receiver }: FaultPlace,
): Promise<readonly Recorded[]> {
  const recorded: Recorded[] = [];
  letterbox.answerWith(receiver);
  for (const step of witness()) {
    if ('wait' in step) {
      clock.at += step.wait;
      continue;
    }
    const last = recorded.at(-1)?.response;
    const previous = { status: 0, headers: {}, ...last, body: last && Buffer.from(last.body) };
    const request = 'send' in step ? step.send : step.follow(previous);
    const response = await answer(api, mock, request);
    const letters: readonly RecordedLetter[] = letterbox.empty();
    recorded.push({ at: clock.at, request, response, letters });
  }
  return recorded;
}

async function answer(
  api: ApiModel,
  { mounts, inject }: Mock,
  { method, path, query, headers, body }: RequestDraft,
): Promise<RecordedResponse> {
  const served = mounts.find(({ server }) => toServerRouter(api.operations, server)(path));
  const response = await inject({
    method,
    url: `${(served ?? mounts[0])?.basePath}${path}${query && `?${query}`}`,
    headers,
    ...(body !== undefined && { payload: body }),
  });
  const fields = Object.entries(response.headers).map(
    ([name, value]) => [name, [value ?? []].flat().join(', ')] as const,
  );
  return {
    status: response.statusCode,
    headers: Object.fromEntries(fields),
    body: response.rawPayload,
  };
}
