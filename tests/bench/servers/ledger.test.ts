import { expect, test } from 'vitest';
import { judgeFindings, judgementOf, JUDGEMENTS, VERDICTS, type Judgement } from './ledger.ts';
import type { Finding } from './outcome.ts';
import { SERVERS } from './servers.ts';

const FINDING: Finding = {
  operation: 'GET /pets',
  status: 200,
  check: 'input.rejected',
  ground: 'contract',
  message: 'a request whose body breaks type is answered 200',
  shown: 'GET /pets\n→ 200',
};
const HALF = { server: '*', verdict: 'pedantic', reason: '' };

test('every judgement is of a server there is, has a verdict and a reason, and can be matched', () => {
  const known = new Set(['*', ...SERVERS.map(({ id }) => id)]);
  const flaws = JUDGEMENTS.filter(({ server, verdict, reason, says = '' }) => {
    const isRead = VERDICTS.some((it) => it === verdict) && reason.endsWith('.');
    return !known.has(server) || !isRead || !new RegExp(says);
  });
  expect(flaws).toEqual([]);
});

test('no judgement of one server comes after those of all, which would hide it', () => {
  const first = JUDGEMENTS.findIndex(({ server }) => server === '*');
  expect(JUDGEMENTS.slice(first).filter(({ server }) => server !== '*')).toEqual([]);
});

test.each<[string, Partial<Judgement>, boolean]>([
  ['a check', { check: 'input.rejected' }, true],
  ['a family of checks', { check: 'input.*' }, true],
  ['another check', { check: 'input.accepted' }, false],
  ['a kind', { kind: 'accepted' }, true],
  ['another kind', { kind: 'refused' }, false],
  ['an operation', { operations: ['GET /pets'] }, true],
  ['another operation', { operations: ['GET /cats'] }, false],
  ['another status', { statuses: [201] }, false],
  ['words of the message', { says: 'breaks type' }, true],
  ['words of the exchange', { says: '→ 200' }, true],
  ['another tester', { tester: 'Schemathesis' }, false],
  ['another server', { server: 'kinto' }, false],
])('a judgement of %s fits only what it is about', (_, about, fits) => {
  const judgement = { ...HALF, ...about };
  const found = judgementOf('huma', 'Kiln', FINDING, 'accepted', [judgement]);
  expect(found).toEqual(fits ? judgement : undefined);
});

test('what several checks say of one operation, kind and status counts once', () => {
  const twice = [FINDING, { ...FINDING, message: 'a request whose query breaks type' }];
  expect(judgeFindings('huma', 'Kiln', twice)).toHaveLength(1);
});
