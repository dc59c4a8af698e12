import type { Judge } from '../judge.ts';
import { EXPRESS } from './express.ts';
import { FASTIFY } from './fastify.ts';
import { HUMA, KIN, NET_HTTP, OAPI_RUNTIME } from './go.ts';
import { BUSBOY, UNDICI } from './node-forms.ts';
import { FASTAPI, OPENAPI_CORE } from './python.ts';
import { SPRING } from './spring.ts';

/** The columns of the matrix. */
export const JUDGES: readonly Judge[] = [
  FASTAPI,
  OPENAPI_CORE,
  EXPRESS,
  FASTIFY,
  BUSBOY,
  UNDICI,
  NET_HTTP,
  HUMA,
  KIN,
  OAPI_RUNTIME,
  SPRING,
];
