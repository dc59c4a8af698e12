import { pip, pythonProgram, uvicorn, within } from './install-commands.ts';
import type { CommandLine, ListedServer, Place } from './listed-server.ts';

const HOST = '127.0.0.1';
const at = (place: Place, name: string) => pythonProgram(place.installed, name);

/** What others run and that keeps nothing. */
export const STATELESS_PRODUCTS: readonly ListedServer[] = [
  {
    id: 'titiler',
    kind: 'product',
    language: 'Python',
    packages: ['titiler.application==2.4.0'],
    install: pip('titiler.application==2.4.0', 'uvicorn==0.54.0'),
    // One picture of 100,000 pixels each way takes all memory of the machine, and what else runs there with it.
    start: (place) => within(8_000_000, uvicorn(place, 'titiler.application.main:app')),
    ready: '/healthz',
    description: '/api',
    base: '',
  },
  {
    id: 'glances',
    kind: 'product',
    language: 'Python',
    packages: ['glances==4.5.8'],
    install: pip('glances[web]==4.5.8'),
    start: (place): CommandLine => {
      const where = ['--bind', HOST, '-p', String(place.port)];
      return [at(place, 'glances'), '-w', ...where, '--disable-check-update'];
    },
    ready: '/api/4/status',
    description: '/openapi.json',
    base: '',
  },
];
