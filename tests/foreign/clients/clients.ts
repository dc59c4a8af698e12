import type { ForeignClient } from '../client.ts';
import { isObjectKind, isScalar } from '../judge.ts';
import { GO, JAVA, PYTHON } from '../server.ts';
import { isEveryday } from './everyday.ts';
import { CURL, FETCH, QS } from './everyday-node.ts';
import { OPENAPI_FETCH } from './openapi-fetch.ts';

const HTTPX: ForeignClient = {
  name: 'httpx',
  packages: ['httpx'],
  program: PYTHON,
  writes: isEveryday,
};

const REQUESTS: ForeignClient = {
  name: 'requests',
  packages: ['requests'],
  program: PYTHON,
  writes: isEveryday,
};

const NET_HTTP: ForeignClient = {
  name: 'Go net/http',
  packages: ['go'],
  program: GO,
  writes: isEveryday,
};

/**
 * The writer of styles that clients by oapi-codegen call. It refuses objects between spaces or bars, writes
 * spaces and names into the query as they are, and takes `&` for a character that may stay.
 */
const OAPI_RUNTIME: ForeignClient = {
  name: 'oapi-codegen',
  packages: ['github.com/oapi-codegen/runtime'],
  program: GO,
  writes(cell) {
    if ('label' in cell || cell.content !== undefined || cell.name !== undefined) return false;
    if (cell.place !== 'query') return cell.place !== 'cookie';
    if (cell.style === 'spaceDelimited' || (cell.allowReserved && isScalar(cell))) return false;
    const refuses = cell.style === 'pipeDelimited' && isObjectKind(cell);
    return !refuses && !(cell.style === 'form' && cell.kind === 'special');
  },
};

const REST_CLIENT: ForeignClient = {
  name: 'Spring RestClient',
  packages: ['spring-boot-starter-parent'],
  program: JAVA,
  writes: isEveryday,
};

/** Whose requests our reader has to understand. */
export const CLIENTS: readonly ForeignClient[] = [
  HTTPX,
  REQUESTS,
  FETCH,
  QS,
  OPENAPI_FETCH,
  CURL,
  NET_HTTP,
  OAPI_RUNTIME,
  REST_CLIENT,
];
