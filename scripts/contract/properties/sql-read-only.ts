import { append } from '../../base/json-pointer.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { needsRows, rowMakerOf, statementOn } from '../flows/sql-statement.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';
import { credentialFor } from '../wire/credentials.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

export const sqlReadOnly: Property = {
  id: 'sql.read-only',
  title: 'a credential that may only read is refused a statement that changes something',
  unless({ api, operation, profiles }) {
    if (operation.sql?.changes === undefined) return 'every credential may change something';
    const status = statusOfRefusal(operation, 'forbidden');
    if (status < 400) return `a forbidden request is documented to be answered ${status}`;
    const isAtHand = credentialFor(api, operation, profiles.readOnly) !== undefined;
    if (!isAtHand) return 'no read-only credential for it is at hand';
    return needsRows(api, operation);
  },
  async check({ api, operation, profiles, exchange, complain, learnNothing }) {
    const credential = credentialFor(api, operation, profiles.readOnly);
    const maker = rowMakerOf(api, operation);
    const [example] = maker ? exampleDrafts(api, maker.operation) : [];
    const wanted = statusOfRefusal(operation, 'forbidden');
    // Whoever carries it out loses nothing.
    const draft =
      maker &&
      example &&
      statementOn(api, operation, maker, example, (it) => `DELETE FROM ${it} WHERE 1 = 0`);
    if (!credential || !draft) return learnNothing('there is nothing to ask');
    const answered = await exchange(draft, { credential });
    if (!isSuccess(answered)) return;
    complain(
      {
        message: `a read-only credential is answered ${answered.response?.status}, not ${wanted}`,
        clause: append(operation.pointer, 'x-sql', 'changes'),
        states: 'changes: write',
        seen: 'a statement that deletes, and a credential that may only read',
      },
      answered,
    );
  },
};
