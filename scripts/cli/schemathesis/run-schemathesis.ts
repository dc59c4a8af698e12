import { fileURLToPath } from 'node:url';
import { readRequest } from '../../contract/wire/read-request.ts';
import type { Profiles } from '../../contract/wire/profiles.ts';
import { createRedactor } from '../../contract/wire/redact.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { SecondOpinion } from '../../result/second-opinion.ts';
import { UserError } from '../../base/user-error.ts';
import { toAuthentication } from '../../schemathesis/authentication.ts';
import { renderConfiguration } from '../../schemathesis/configuration.ts';
import { readReport, type Report } from '../../schemathesis/read-report.ts';
import { toLogin } from '../../schemathesis/login.ts';
import { toOpinion } from '../../schemathesis/opinion.ts';
import { toPace, UNPACED } from '../../schemathesis/pace.ts';
import { addressOf, retarget, type Addresses } from '../../schemathesis/retarget.ts';
import { withProgress } from '../contract/progress.ts';
import type { Io } from '../io.ts';
import { outputsOf } from '../settings.ts';
import { readExplanations } from './explanations.ts';

export interface SchemathesisOptions {
  /** Path of the program. */
  readonly program: string;
  readonly addresses: Addresses;
  readonly profiles: Profiles;
  readonly seed: number;
  /** Seconds after which it stops. */
  readonly budget: number;
  readonly maxExamples: number | undefined;
  /** Whether it may try what could change something. */
  readonly writes: boolean;
  /** Whether it keeps below the documented quotas, which the server may hold it to. */
  readonly isPaced: boolean;
  /** Whether examples of the description are good for a login. */
  readonly byExample: boolean;
}

const HOOKS = fileURLToPath(new URL('../../schemathesis/hooks.py', import.meta.url));

/** Seconds beyond its budget in which it must have ended. */
const GRACE = 60;

/** Runs Schemathesis on a server and judges what it found. */
export async function runSchemathesis(
  io: Io,
  api: ApiModel,
  options: SchemathesisOptions,
): Promise<SecondOpinion> {
  const { addresses, seed, profiles } = options;
  const redactor = createRedactor(api, profiles);
  const explanations = await readExplanations(io, api);
  const report = await withProgress(
    io,
    `${api.name}: Schemathesis, ${options.budget} s at most`,
    () => runProgram(io, api, options),
  );
  return toOpinion(
    {
      api,
      addresses,
      seed,
      explanations,
      read: toRead(api, addresses),
      redact(exchange) {
        redactor.learn(exchange);
        return redactor.exchange(exchange);
      },
      redactText: redactor.text,
    },
    report,
  );
}

async function runProgram(
  io: Io,
  api: ApiModel,
  { program, addresses, profiles, seed, budget, ...rest }: SchemathesisOptions,
): Promise<Report> {
  const { reports } = await outputsOf(io);
  const folder = `${reports}/.schemathesis/${api.name}`;
  const at = (name: string) => `${folder}/${name}`;
  const { byExample } = rest;
  const session = toLogin(api, { addresses, given: profiles.good, byExample });
  const secrets = [...profiles.good].filter(([scheme]) => scheme !== session?.scheme);
  const authentication = toAuthentication(api, new Map(secrets));
  const excluded = api.operations.filter(
    (it) => addressOf(it, addresses) === undefined || (!rest.writes && isWriting(it)),
  );
  const configuration = renderConfiguration({
    base: [...addresses.values()][0] ?? '',
    seed,
    budget,
    maxExamples: rest.maxExamples,
    authentication,
    excluded: excluded.map(({ id }) => id),
    tryOtherMethods: rest.writes,
    files: { hooks: HOOKS, events: at('events.ndjson') },
  });
  try {
    await io.writeText(at('openapi.json'), JSON.stringify(retarget(api, addresses)));
    await io.writeText(at('schemathesis.toml'), configuration);
    const pace = rest.isPaced ? toPace(api) : UNPACED;
    await io.writeText(at('hooks.json'), JSON.stringify({ pace, login: session?.login, budget }));
    const argv = ['--config-file', at('schemathesis.toml'), 'run', at('openapi.json')];
    const { stdout, stderr } = await io.execute(program, argv, {
      variables: {
        ...authentication.environment,
        KILN_SCHEMATHESIS_HOOKS: at('hooks.json'),
        ...(session && { KILN_SCHEMATHESIS_LOGIN: session.body }),
        // Its tables of Unicode, which it would leave in the folder where it is started.
        HYPOTHESIS_STORAGE_DIRECTORY: `${reports}/.schemathesis/hypothesis`,
        PYTHONUTF8: '1',
        PYTHONDONTWRITEBYTECODE: '1',
      },
      timeout: (budget + GRACE) * 1000,
    });
    const events = (await io.exists(at('events.ndjson')))
      ? await io.readText(at('events.ndjson'))
      : '';
    const report = readReport(events.split('\n'));
    if (report) return report;
    const said = createRedactor(api, profiles).text(`${stdout}\n${stderr}`);
    throw new UserError('schemathesis-failed', `Schemathesis cannot run ${api.source}`, {
      hint: said.trim().split('\n').slice(-12).join('\n'),
    });
  } finally {
    await io.remove(folder);
  }
}

/** Safe methods change nothing (RFC 9110, section 9.2.1), and other operations where they say so. */
function isWriting({ method, access }: Operation): boolean {
  return access !== 'read' && !['get', 'head', 'options', 'trace'].includes(method);
}

/** What our own reading of the bytes says of a request to an operation. */
function toRead(
  api: ApiModel,
  addresses: Addresses,
): (operation: string, exchange: Exchange) => string | undefined {
  return (label, { request }) => {
    const blamed = api.operations.find((it) => `${it.method.toUpperCase()} ${it.path}` === label);
    const target = blamed && addressOf(blamed, addresses);
    if (!blamed || target === undefined || request.method !== blamed.method.toUpperCase()) {
      return undefined;
    }
    const breaches = readRequest(api, target, blamed, request);
    if (breaches.length === 0) return 'breaks no constraint that we read';
    return breaches
      .map(({ part, keyword, message }) => `${part}: ${keyword}, ${message}`)
      .join('; ');
  };
}
