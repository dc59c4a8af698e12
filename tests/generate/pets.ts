import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { createClient } from '../../scripts/generate/runtime/client.ts';
import { writeAnyBody } from '../../scripts/generate/runtime/write-any-body.ts';
import { writeParameters } from '../../scripts/generate/runtime/parameters.ts';
import { toContract } from '../../scripts/generate/to-contract.ts';
import { loadApi } from '../../scripts/load/load-api.ts';

export const PETS_YAML = readFileSync(
  resolve(import.meta.dirname, 'cases/pets/openapi.yaml'),
  'utf8',
);

/** A made-up API that uses every scheme, most styles and every kind of body. */
export function loadPets(): Promise<ApiModel> {
  return loadCase('pets');
}

/** A description of `cases/`, by the name of its folder. */
export function loadCase(name: string): Promise<ApiModel> {
  return loadApi(resolve(import.meta.dirname, `cases/${name}/openapi.yaml`), {
    readText: (path) => Promise.resolve(readFileSync(path, 'utf8')),
    exists: (path) => Promise.resolve(existsSync(path)),
    bundle: (path) => Promise.reject(new Error(`${path} is a single file`)),
  });
}

interface PetsResult {
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
}

type Call = (input?: object) => Promise<PetsResult>;
type HttpCall = (path: string, init?: object) => Promise<{ response: Response; error?: unknown }>;

/** The client before generation gives it its type. */
interface PetsClient {
  readonly http: {
    readonly GET: HttpCall;
    readonly PUT: HttpCall;
    readonly use: (middleware: object) => void;
  };
  readonly listPets: Call;
  readonly addPet: Call;
  readonly removePet: Call;
  readonly readPhoto: Call;
  readonly writePhoto: Call;
  readonly 'get /health': Call;
  readonly 'read-greeting': Call;
}

type Respond = (request: Request) => Response | Promise<Response>;

/** A client of the pets that talks to nobody: it answers as told and keeps the requests. */
export async function petsClient(
  options: Parameters<typeof createClient>[1] = {},
  respond: Respond = () => new Response(null, { status: 204 }),
): Promise<{ client: PetsClient; requests: Request[] }> {
  const requests: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request.clone());
    return await respond(request);
  };
  const client = createClient(
    toContract(await loadPets()),
    { fetch, retries: 0, ...options },
    {
      writeBody: writeAnyBody,
      writeParameters,
    },
  );
  if (!isPetsClient(client)) throw new Error('the client lacks operations of the description');
  return { client, requests };
}

function isPetsClient(client: object): client is PetsClient {
  const operations = ['listPets', 'addPet', 'removePet', 'readPhoto', 'writePhoto'];
  return [...operations, 'get /health', 'read-greeting', 'http'].every((name) => name in client);
}
