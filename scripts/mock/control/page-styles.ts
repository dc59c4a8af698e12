/** What the control page adds to the look that all pages share. */
export const PAGE_STYLES = `
.site-header .where { color: var(--ink-soft); }
.site-header .badge { margin-left: auto; }
main { padding-top: 28px; }
h1 { font-size: 28px; margin-bottom: 18px; }
[hidden] { display: none !important; }
.board { display: grid; gap: 24px; grid-template-columns: minmax(0, 1fr) 316px; align-items: start; }
.side { display: grid; gap: 20px; position: sticky; top: 20px;}
.feed { min-width: 0; }
.side .card { padding: 20px; }
.side h2 { font-size: 16px; margin: 0 0 10px; }
.side h2 { display: flex; justify-content: space-between; align-items: center; }
.buttons.steps-of-time { display: grid; grid-template-columns: repeat(3, 1fr); }
.steps-of-time :is(#freeze, #resume) { grid-column: 1 / -1; }
.toast { position: fixed; left: 50%; bottom: 20px; translate: -50%; z-index: 10; margin: 0; padding: 10px 20px;
  max-width: calc(100vw - 40px); border-radius: 999px; background: var(--ink); color: var(--ground); font-size: 14px;
  font-weight: 600; box-shadow: var(--shadow); }
.toast:empty { display: none; }
.side .button { padding: 6px 12px; font-size: 14px; }
button { font-family: inherit; cursor: pointer; }
button[disabled] { opacity: 0.5; cursor: default; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; }
.hint { font-size: 13px; color: var(--ink-soft); margin: 12px 0 0; }
.time { margin: 0; display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 10px; }
.time time { font: 600 19px/1.3 var(--mono); letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
#offset { font-size: 13px; margin: 2px 0 12px; min-height: 1.6em; }

.filters { display: flex; flex-wrap: wrap; align-items: end; gap: 10px; margin-bottom: 10px; }
.filters label { display: grid; gap: 3px; font-size: 13px; color: var(--ink-soft); }
.filters .wide { flex: 1 1 150px; }
.filters .button { padding: 7px 14px; font-size: 14px; }
select, input { font: 15px/1.4 var(--sans); color: var(--ink); background: var(--surface); width: 100%;
  border: 1px solid var(--line); border-radius: 9px; padding: 7px 10px; min-width: 0; }
select:hover, input:hover { border-color: var(--accent); }
#count { font-size: 13px; margin: 0 0 8px; min-height: 1.6em; }

.rows { list-style: none; margin: 0; padding: 0; background: var(--surface); overflow: hidden;
  border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); }
.rows:empty { display: none; }
.rows li + li { border-top: 1px solid var(--line); }
.row { display: grid; grid-template-columns: 52px minmax(0, 1fr) auto; gap: 2px 12px; width: 100%;
  padding: 10px 16px; border: 0; background: none; color: inherit; text-align: left; font-size: 14px; line-height: 1.45; }
.row:hover { background: var(--sunken); }
.row:focus-visible { outline-offset: -3px; border-radius: var(--radius); }
.row .badge { align-self: start; padding: 1px 0; text-align: center; font-family: var(--mono); }
.row .what { font-family: var(--mono); font-size: 13.5px; overflow-wrap: anywhere; }
.row .what b { font-weight: 600; }
.row .when { color: var(--ink-soft); font-size: 13px; font-variant-numeric: tabular-nums; white-space: nowrap; }
.row .why, .row .who { grid-column: 2; font-size: 13px; color: var(--ink-soft); }
.row .why { color: var(--ink); grid-column: 2 / -1; }
.row .took { grid-column: 3; grid-row: 2; justify-self: end; font-size: 13px; color: var(--ink-soft);
  font-variant-numeric: tabular-nums; }
.none { text-align: center; color: var(--ink-soft); }
.none h2 { margin: 0 0 8px; color: var(--ink); }
.none ul { list-style: none; padding: 0; margin: 0; display: grid; gap: 6px; }

.limits { display: grid; gap: 14px; margin-bottom: 16px; }
.limits:empty { display: none; }
.limit { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 3px 10px; font-size: 13px; }
.limit strong { font-size: 14px; overflow-wrap: anywhere; }
.limit .left { font-variant-numeric: tabular-nums; }
.limit .note { grid-column: 1 / -1; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
.meter { grid-column: 1 / -1; height: 6px; border-radius: 3px; background: var(--sunken); overflow: hidden; }
.meter span { display: block; height: 100%; border-radius: 3px; background: var(--good); }
.meter .low { background: var(--caution); }
.meter .over { background: var(--bad); }
#unused { font-size: 14px; }

dialog { margin: 0 0 0 auto; height: 100dvh; max-height: none; width: min(620px, 100vw); max-width: none; padding: 0;
  border: 0; border-left: 1px solid var(--line); background: var(--surface); color: var(--ink); }
dialog::backdrop { background: rgb(20 12 6 / 45%); }
.sheet { padding: 24px 28px 40px; overflow-wrap: anywhere; }
.sheet header { display: flex; gap: 16px; align-items: start; justify-content: space-between; }
.sheet h2 { font: 600 17px/1.4 var(--mono); letter-spacing: -0.01em; margin: 0; }
.sheet h3 { margin: 28px 0 10px; }
.sheet .facts { display: flex; flex-wrap: wrap; gap: 6px 8px; margin: 12px 0 0; }
.verdict { margin: 20px 0 0; padding: 14px 18px; border-radius: 10px; font-weight: 600; font-size: 15px; }
.verdict small { display: block; font-weight: 400; font-size: 13px; margin-top: 4px; }
.ground { border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; margin-bottom: 10px; font-size: 14px; }
.ground p { margin: 0; }
.ground .place { font: 600 13px/1.5 var(--mono); }
.ground .pointer { font: 12.5px/1.5 var(--mono); color: var(--ink-soft); }
.ground details { margin: 10px 0 0; }
.ground summary { padding: 6px 12px; font-size: 13px; }
.ground details pre { border: 0; margin: 0; }
.ground pre { margin: 10px 0 0; padding: 8px 12px; font-size: 12.5px; white-space: pre-wrap; }
.claim { margin: 12px 0 0; padding-left: 12px; border-left: 3px solid var(--line); }
.claim .from { font: 12.5px/1.5 var(--mono); color: var(--ink-soft); margin-top: 2px; }
.steps { list-style: none; margin: 0; padding: 0; font-size: 14px; }
.steps li { display: grid; grid-template-columns: 20px 112px minmax(0, 1fr); gap: 8px; padding: 4px 0; }
.steps .mark { font-weight: 700; text-align: center; }
.steps .passed .mark { color: var(--good); }
.steps .refused { color: var(--bad); font-weight: 600; }
.steps .skipped { color: var(--ink-soft); }
.fields { margin: 0; font: 13px/1.6 var(--mono); display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 14px; }
.fields dt { color: var(--ink-soft); }
.fields dd { margin: 0; }
.sheet details { margin: 10px 0 0; font-size: 14px; }

@media (max-width: 900px) {
  .board { grid-template-columns: minmax(0, 1fr); }
  .rows { max-height: 65vh; overflow-y: auto; }
  .side { position: static; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); }
}
@media (max-width: 520px) {
  main { padding-top: 20px; }
  .filters .wide { flex-basis: 100%; order: 1; }
  .filters label:not(.wide) { flex: 1 1 90px; }
  .row { padding: 10px 12px; column-gap: 10px; }
  .sheet { padding: 20px 18px 40px; }
  .fields { grid-template-columns: minmax(0, 1fr); }
  .fields dd { margin: 0 0 6px; }
  .steps li { grid-template-columns: 18px 92px minmax(0, 1fr); }
}
@media (prefers-reduced-motion: no-preference) {
  .fresh { animation: fresh 1.2s ease-out; }
  @keyframes fresh { from { background: var(--accent-soft); } }
}
`;
