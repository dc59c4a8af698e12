import { join } from 'node:path';
import { pip, pythonProgram } from './install-commands.ts';
import type { CommandLine, ListedServer, Place } from './listed-server.ts';

const HOST = '127.0.0.1';
const at = (place: Place, name: string) => pythonProgram(place.installed, name);

/** What others run, each with a store of its own. */
export const PRODUCTS: readonly ListedServer[] = [
  {
    id: 'kinto',
    kind: 'product',
    language: 'Python',
    packages: ['kinto==26.5.0'],
    install: pip('kinto==26.5.0', 'setuptools<81'),
    prepare: ({ port }) => [['sed', '-i', `s/^port = .*/port = ${port}/`, 'kinto.ini']],
    start: (place) => [at(place, 'kinto'), 'start', '--ini', 'kinto.ini'],
    ready: '/v1/',
    description: '/v1/__api__',
    base: '/v1',
    credentials: { basicauth: 'alice:secret' },
    sample: true,
  },
  {
    id: 'chromadb',
    kind: 'product',
    language: 'Rust',
    packages: ['chromadb==1.5.9'],
    install: pip('chromadb==1.5.9'),
    start: (place) => {
      const where = ['--host', HOST, '--port', String(place.port), '--path', './data'];
      return [at(place, 'chroma'), 'run', ...where];
    },
    variables: () => ({ ANONYMIZED_TELEMETRY: 'False' }),
    ready: '/api/v2/heartbeat',
    description: '/openapi.json',
    base: '',
    // Whoever runs it at home has no key, and its description asks for one.
    credentials: { ApiKeyAuth: 'anything' },
  },
  {
    id: 'prefect',
    kind: 'product',
    language: 'Python',
    packages: ['prefect==3.9.1'],
    install: pip('prefect==3.9.1'),
    start: (place) => {
      const where = ['--host', HOST, '--port', String(place.port)];
      return [at(place, 'prefect'), 'server', 'start', ...where];
    },
    variables: ({ folder }) => ({
      PREFECT_HOME: join(folder, 'home'),
      PREFECT_SERVER_UI_ENABLED: 'false',
      PREFECT_SERVER_ANALYTICS_ENABLED: 'false',
    }),
    ready: '/api/health',
    description: '/api/openapi.json',
    base: '/api',
  },
  {
    id: 'phoenix',
    kind: 'product',
    language: 'Python',
    packages: ['arize-phoenix==20.26.1'],
    install: pip('arize-phoenix==20.26.1'),
    start: (place) => [at(place, 'phoenix'), 'serve'],
    variables: ({ folder, port }) => ({
      PHOENIX_WORKING_DIR: join(folder, 'data'),
      PHOENIX_HOST: HOST,
      PHOENIX_PORT: String(port),
      PHOENIX_GRPC_PORT: String(port + 1000),
      PHOENIX_TELEMETRY_ENABLED: 'false',
      PHOENIX_ALLOW_EXTERNAL_RESOURCES: 'false',
    }),
    ready: '/readyz',
    description: '/openapi.json',
    base: '',
  },
  {
    id: 'tiled',
    kind: 'product',
    language: 'Python',
    packages: ['tiled==0.2.20'],
    install: pip('tiled[server]==0.2.20'),
    start: (place) => {
      const where = ['--host', HOST, '--port', String(place.port), '--api-key', 'secret'];
      return [at(place, 'tiled'), 'serve', 'catalog', '--temp', ...where];
    },
    ready: '/api/v1/',
    description: '/openapi.json',
    base: '',
    credentials: { Apikey: 'Apikey secret' },
  },
  {
    id: 'jupyter-server',
    kind: 'product',
    language: 'Python',
    packages: ['jupyter_server==2.21.1'],
    install: pip('jupyter_server==2.21.1'),
    prepare: () => [['mkdir', 'root']],
    start: (place): CommandLine => {
      const where = ['--ip', HOST, '--port', String(place.port), '--ServerApp.root_dir=./root'];
      const open = ['--IdentityProvider.token=', '--ServerApp.disable_check_xsrf=True'];
      return [at(place, 'jupyter'), 'server', '--no-browser', '--allow-root', ...where, ...open];
    },
    variables: ({ folder }) => ({
      JUPYTER_CONFIG_DIR: join(folder, 'config'),
      JUPYTER_DATA_DIR: join(folder, 'data'),
      JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
    }),
    ready: '/api/status',
    description: '/api/spec.yaml',
    base: '',
  },
  {
    id: 'pygeoapi',
    kind: 'product',
    language: 'Python',
    packages: ['pygeoapi==0.21.0'],
    install: pip('pygeoapi==0.21.0'),
    prepare: (place) => {
      const made = ['--output-file', 'openapi.yml'];
      return [[at(place, 'pygeoapi'), 'openapi', 'generate', 'pygeoapi.yml', ...made]];
    },
    start: (place) => [at(place, 'pygeoapi'), 'serve', '--flask'],
    variables: ({ port }) => ({
      PORT: String(port),
      PYGEOAPI_CONFIG: 'pygeoapi.yml',
      PYGEOAPI_OPENAPI: 'openapi.yml',
    }),
    ready: '/',
    description: '/openapi?f=json',
    base: '',
  },
  {
    id: 'langgraph',
    kind: 'product',
    language: 'Python',
    packages: ['langgraph-cli==0.4.40'],
    install: pip('langgraph-cli[inmem]==0.4.40'),
    start: (place): CommandLine => {
      const where = ['--host', HOST, '--port', String(place.port)];
      return [at(place, 'langgraph'), 'dev', '--no-browser', '--no-reload', ...where];
    },
    variables: () => ({ LANGGRAPH_CLI_NO_ANALYTICS: '1', LANGSMITH_TRACING: 'false' }),
    ready: '/ok',
    description: '/openapi.json',
    base: '',
    left: Object.fromEntries(
      [
        'GET /threads/{thread_id}/stream',
        'POST /threads/{thread_id}/runs/stream',
        'POST /threads/{thread_id}/runs/wait',
        'GET /threads/{thread_id}/runs/{run_id}/join',
        'GET /threads/{thread_id}/runs/{run_id}/stream',
        'POST /runs/stream',
        'POST /runs/wait',
      ].map((it) => [it, 'an answer without an end'] as const),
    ),
  },
  {
    id: 'wiremock',
    kind: 'product',
    language: 'Java',
    packages: ['wiremock-standalone==3.13.2'],
    install: (): readonly CommandLine[] => {
      const artifact = '-Dartifact=org.wiremock:wiremock-standalone:3.13.2';
      return [
        ['mvn', '--quiet', '--batch-mode', 'dependency:copy', artifact, '-DoutputDirectory=.'],
      ];
    },
    start: ({ installed, port }): CommandLine => {
      const jar = join(installed, 'wiremock-standalone-3.13.2.jar');
      const where = ['--port', String(port), '--bind-address', HOST, '--root-dir', './data'];
      return ['java', '-Xmx256m', '-jar', jar, ...where];
    },
    ready: '/__admin/health',
    description: '/__admin/docs/swagger',
    base: '',
    left: { 'POST /__admin/shutdown': 'it works' },
  },
  {
    id: 'prometheus',
    kind: 'product',
    language: 'Go',
    packages: ['prometheus==0.316.0'],
    install: (folder): readonly CommandLine[] => {
      const program = 'github.com/prometheus/prometheus/cmd/prometheus@v0.316.0';
      return [['env', `GOBIN=${folder}`, 'go', 'install', '-tags', 'remove_all_sd', program]];
    },
    start: ({ installed, port }): CommandLine => [
      join(installed, 'prometheus'),
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=./data',
      `--web.listen-address=${HOST}:${port}`,
      `--web.external-url=http://${HOST}:${port}/`,
      '--web.enable-admin-api',
    ],
    ready: '/-/ready',
    description: '/api/v1/openapi.yaml',
    base: '/api/v1',
  },
];
