const words = (text: string): readonly string[] => text.split(' ');

const READ = words(
  'get list find search query read fetch retrieve lookup count check verify describe download export preview validate ping watch stream subscribe poll wait compare show test resolve',
);
const CHANGE = words(
  'update replace set put patch change edit modify save upsert merge rename move assign add enable disable activate deactivate archive restore publish unpublish reorder link unlink attach detach approve reject mark upload',
);
const REMOVE = words(
  'delete remove cancel revoke clear purge unassign unlink detach disable deactivate archive stop reset unsubscribe leave disconnect',
);
const DO = words(
  'create send run deploy start submit track identify register record log issue generate import ingest push post add invite trigger execute launch schedule request enrich convert copy clone duplicate process calculate estimate evaluate extract match map sync refresh renew rotate retry resume pause open close complete finish confirm accept decline sign authenticate authorize login logout subscribe connect bulk batch notify report receive',
);

/** Verbs by method (RFC 9110, section 9.3); POST may do whatever no other method does. */
export const VERBS: Readonly<Record<string, readonly string[]>> = {
  get: READ,
  head: READ,
  options: READ,
  trace: READ,
  put: [...CHANGE, 'create', 'register'],
  patch: [...CHANGE, 'run'],
  delete: REMOVE,
  post: [...DO, ...CHANGE, ...REMOVE, ...READ.filter((verb) => !['get', 'list'].includes(verb))],
};
