import type { Api } from './contenders/place.ts';

/** What the code of a client has or has not, whose description declares it. */
export const IN_CODE: readonly {
  readonly name: string;
  readonly api: Api;
  readonly sign: RegExp;
}[] = [
  { name: 'reads a list page by page', api: 'clay-base', sign: /paginat|\bpages\b|nextPage/i },
  {
    name: 'sends lists in batches of documented size',
    api: 'clayva',
    sign: /inBatches|maxItems(?!\d)\W+\d|toBatches/,
  },
  {
    name: 'refuses bodies of too many bytes before they are sent',
    api: 'commanders-act-v2',
    sign: /bodyBytes|byteLength\s*>/,
  },
  {
    name: 'waits for the end of accepted work',
    api: 'claravine',
    sign: /submitAndWait|waitFor\w*\(|\bpoll\w*\(/i,
  },
  {
    name: 'logs in, and again after 401',
    api: 'clay-com',
    sign: /renew|refreshToken|reauth|relogin/i,
  },
  { name: 'keeps cookies outside browsers', api: 'clay-com', sign: /getSetCookie/ },
  {
    name: 'answers webhooks (a veto stops what is about to happen)',
    api: 'clay-base',
    sign: /veto/,
  },
  { name: 'has a dry run with a command line', api: 'clayva', sign: /dryRun|\bcurl\b/ },
  { name: 'hides credentials from hooks and logs', api: 'clayva', sign: /redact/i },
];
