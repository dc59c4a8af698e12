import { arrayOf, isEqual, objectOf, textOf } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { needsRows, rowMakerOf, statementOn } from '../flows/sql-statement.ts';
import { contradictionIn, createThing } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const sqlRows: Property = {
  id: 'sql.rows',
  title: 'a query answers with what was created',
  runsAlone: true,
  writes: true,
  unless: ({ api, operation }) => needsRows(api, operation),
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const maker = rowMakerOf(api, operation);
      const thing = maker && (await createThing(bench, maker, `${operation.id} rows`));
      const draft =
        thing && statementOn(api, operation, maker, thing, (it) => `SELECT * FROM ${it}`);
      if (!draft) return learnNothing('no row could be created');
      const answered = await exchange(draft, {});
      const body = successJson(answered);
      if (!isSuccess(answered) || body === undefined)
        return learnNothing(`the query is answered ${answered.response?.status}`);
      const { rows = '#' } = operation.sql ?? {};
      const found = arrayOf(valueAt(body, rows));
      const own = found.find((it) =>
        Object.values(objectOf(it)).some(
          (cell) => isEqual(cell, thing.id) || textOf(cell) === textOf(thing.id),
        ),
      );
      const name = own === undefined ? undefined : contradictionIn(thing.input, own);
      if (own !== undefined && name === undefined) return;
      complain(
        {
          message: 'a query does not answer with what was created',
          clause: append(operation.pointer, 'x-sql', 'rows'),
          states: `${maker.operation.id} makes a row, and ${operation.id} selects all`,
          seen:
            own === undefined
              ? `${shorten(thing.id)} is not among ${found.length} rows`
              : shorten(own),
        },
        answered,
      );
    }),
};
