import type { ApiModel, Operation } from '../../model/api-model.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { variablesOf } from '../../model/path-variables.ts';
import type { Pool } from '../things/pool.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { encodeRequest } from '../wire/encode.ts';
import { whyNotSendable } from '../wire/not-sendable.ts';
import type { Send } from '../wire/send.ts';

/** Finds out whether a server asks for the credentials that its description demands. */
export interface Doorman {
  /** Whether an operation lets in whoever has none, where any other does. */
  readonly isOpen: (operation: Operation, target: string, send: Send) => Promise<boolean>;
}

/** Operations that are asked before it counts as settled that nobody is let in. */
const MOST_ASKED = 10;

export function createDoorman(api: ApiModel, pool: Pool | undefined): Doorman {
  const asked = new Map<Operation, Promise<number>>();
  const surveys = new Map<string, Promise<boolean>>();
  const send = async (operation: Operation, target: string, own: Send): Promise<number> => {
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return 0;
    const request = encodeRequest(api, target, operation, draft, NO_CREDENTIAL);
    const isSpared = pool?.whySpared(operation, request) !== undefined;
    if (isSpared || whyNotSendable(request) !== undefined) return 0;
    const { response } = await own(request);
    return response?.status ?? REFUSED;
  };
  const ask = (operation: Operation, target: string, own: Send): Promise<number> => {
    const answer = asked.get(operation) ?? send(operation, target, own);
    asked.set(operation, answer);
    return answer;
  };
  const survey = async (target: string, url: string | undefined, own: Send): Promise<boolean> => {
    const safe = api.operations
      .filter(({ method, servers, security }) => {
        return method === 'get' && security.length > 0 && servers[0]?.url === url;
      })
      .toSorted((left, right) => variablesOf(left.path).length - variablesOf(right.path).length);
    for (const operation of safe.slice(0, MOST_ASKED)) {
      const status = await ask(operation, target, own);
      if (status >= 200 && status < 300) return true;
    }
    return false;
  };
  return {
    async isOpen(operation, target, own) {
      const surveyed = surveys.get(target) ?? survey(target, operation.servers[0]?.url, own);
      surveys.set(target, surveyed);
      if (!(await surveyed)) return false;
      return ![REFUSED, 403].includes(await ask(operation, target, own));
    },
  };
}

const REFUSED = 401;
