import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { UserError } from '../../base/user-error.ts';

/** An error of the control plane (RFC 9457, section 3). */
export interface Problem {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

const PROBLEM_TYPE = 'application/problem+json';

export function toProblem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail };
}

/** What somebody who drives the control plane got wrong. */
export function misuse(detail: string): UserError {
  return new UserError('control-misuse', detail);
}

/** What to answer to whatever a handler threw: our own failures keep their stack to themselves. */
export function problemOf(error: unknown): Problem {
  if (error instanceof UserError) return toProblem(400, error.message);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const isClients = status >= 400 && status < 500 && error instanceof Error;
  return isClients ? toProblem(status, error.message) : toProblem(500, 'The control plane failed.');
}

/** What to answer where Node can make no request of what came. */
export function problemOfBroken(code: string | undefined): Problem {
  return code === 'HPE_HEADER_OVERFLOW'
    ? toProblem(431, 'The header fields are too large.')
    : toProblem(400, 'The request is not valid HTTP.');
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  // Fastify would add a charset to the media type of a string.
  const body = Buffer.from(JSON.stringify(problem));
  return reply.code(problem.status).header('content-type', PROBLEM_TYPE).send(body);
}

/** A problem as HTTP/1.1, for a request that could not be parsed. */
export function renderRawProblem(problem: Problem): string {
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
