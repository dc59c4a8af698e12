import type { Deliver } from '../../wire/webhook-request.ts';

/** Whoever waits for the write waits for its receiver as well. */
const TIMEOUT = 5000;

export const deliver: Deliver = async (request) => {
  const { url, method, contentType, headers, body, bytes } = request;
  const hasContent = method !== 'GET' && method !== 'HEAD' && contentType !== '';
  const letter: RequestInit = {
    method,
    headers: {
      ...headers,
      ...(hasContent && { 'content-type': contentType }),
      'user-agent': 'kiln',
    },
    ...(hasContent && { body: bytes ?? body }),
    // The address was checked; where it would lead on was not.
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT),
  };
  const response = await fetch(url, letter);
  await response.body?.cancel();
  return response.status;
};
