/** The part of the control page's script that draws one request and why it ended as it did. */
export const DETAIL_SCRIPT = String.raw`
/* One request. */
const MARKS = { passed: '✓', refused: '✕', 'not applicable': '–', 'not reached': '·' };
const TITLES = { fault: 'What is broken on purpose', constraint: 'What it breaks', envelope: 'How that is answered',
  veto: 'Who may refuse it', operation: 'What was asked' };
const CLAIM_TONES = { documented: 'good', corroborated: 'good', inferred: 'caution', contradicted: 'bad' };

const fieldsOf = (headers) => {
  const list = make('dl', 'fields');
  for (const [name, value] of Object.entries(headers)) list.append(make('dt', '', name), make('dd', '', value));
  return list;
};
const claimOf = (claim) => make('div', 'claim',
  make('p', '', make('span', 'badge ' + (CLAIM_TONES[claim.status] || 'quiet'), claim.status), ' ' + claim.says),
  make('p', 'from', [claim.id, claim.at].filter(Boolean).join(' · ')));
const nameOf = (pointer) => pointer.slice(pointer.lastIndexOf('/') + 1).replaceAll('~1', '/').replaceAll('~0', '~');
const statementOf = ({ what, states, pointer }) => {
  if (states === undefined) return '';
  const text = make('pre', '', nameOf(pointer) + ': ' + JSON.stringify(states, undefined, 2));
  return what === 'envelope' ? folded('The policy', text) : text;
};
const groundOf = (ground) => make('div', 'ground',
  make('p', '', make('span', 'muted', TITLES[ground.what])),
  make('p', 'place', ground.at),
  make('p', 'pointer', ground.pointer),
  statementOf(ground),
  ...ground.claims.map(claimOf));
const stepOf = ({ stage, verdict, says }) => make('li',
  verdict === 'passed' || verdict === 'refused' ? verdict : 'skipped',
  make('span', 'mark', MARKS[verdict]), make('span', '', stage),
  make('span', verdict === 'passed' ? 'muted' : '', says || (verdict === 'passed' ? '' : verdict)));
const bodyOf = (body) => (body === null ? '' : make('pre', '', body));
const folded = (title, ...content) => make('details', '', make('summary', '', title), ...content);

const verdictOf = (it) => {
  const { message, reason, field, value } = it.explanation;
  if (it.verdict === 'served') return make('p', 'verdict good', 'Served as described.');
  const found = field === undefined ? '' : field + (value === undefined ? '' : ' = ' + JSON.stringify(value));
  const notes = [found, reason].filter(Boolean).map((note) => make('small', '', note));
  return make('p', 'verdict ' + toneOf(it), message, ...notes);
};
const sheetOf = (it) => {
  const { steps, grounds } = it.explanation;
  const title = make('h2', '', it.method + ' ' + it.path);
  title.id = 'detail-title';
  const close = make('button', 'button plain', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => $('detail').close());
  const copy = make('button', 'button plain', 'Copy as curl');
  copy.type = 'button';
  copy.addEventListener('click', () => act(navigator.clipboard.writeText(it.curl), 'The curl line is in the clipboard.'));
  const again = make('button', 'button plain', 'Send again');
  again.type = 'button';
  again.addEventListener('click', () => act(call('POST', '/requests/' + it.id + '/resend').then(({ id, status }) => {
    $('detail').close();
    say('Sent again: ' + status + '.');
    return showDetail(id);
  })));
  const fact = (text) => (text ? make('span', 'badge quiet', text) : '');
  return make('div', 'sheet',
    make('header', '', title, close),
    make('p', 'facts', make('span', 'badge ' + toneOf(it), it.status + ' ' + it.verdict),
      fact(it.stage && 'at ' + it.stage), fact(it.operation), fact(it.credential && 'as ' + it.credential),
      fact(it.at.slice(0, 10) + ' ' + it.at.slice(11, 23)), fact(it.milliseconds.toFixed(2) + ' ms')),
    make('p', 'buttons', copy, again),
    verdictOf(it),
    ...(grounds.length > 0 ? [make('h3', '', it.verdict === 'refused' ? 'Why, and who says so' : 'Who says so')] : []),
    ...grounds.map(groundOf),
    make('h3', '', 'Stages'), make('ol', 'steps', ...steps.map(stepOf)),
    make('h3', '', 'Messages'),
    folded('As curl', make('pre', '', it.curl)),
    folded('Request', it.request.query ? make('p', '', make('code', '', '?' + it.request.query)) : '',
      fieldsOf(it.request.headers), bodyOf(it.request.body)),
    folded('Response', fieldsOf(it.response.headers), bodyOf(it.response.body)));
};
const showDetail = async (id) => {
  const sheet = await call('GET', '/requests/' + id).then(sheetOf, (error) => make('div', 'sheet', make('p', '', error.message)));
  $('detail').replaceChildren(sheet);
  $('detail').showModal();
};
$('detail').addEventListener('click', ({ target, currentTarget }) => {
  if (target === currentTarget) currentTarget.close();
});
`;
