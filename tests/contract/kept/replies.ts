import type { Reply } from '../reply.ts';

/** How two values stand to each other. */
export function order(left: unknown, right: unknown): number {
  return (left as number) < (right as number) ? -1 : Number((left as number) > (right as number));
}

export function reply(status: number, body?: unknown): Reply {
  if (body === undefined) return { status, headers: {}, body: undefined };
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export function refuse(status: number): Reply {
  return reply(status, { error: 'It is refused.' });
}
