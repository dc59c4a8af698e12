import type { CabinetFault } from './cabinet-fault.ts';

/** A fault of the cabinet, the property of an operation that must find it, and what it says was seen. */
export const CABINET_FAULTS: readonly (readonly [
  fault: CabinetFault,
  property: string,
  operation: string,
  seen: string,
])[] = [
  ['renames-label', 'state.protected', 'renameField', 'the answer is 200'],
  ['deletes-label', 'state.protected', 'deleteField', 'the answer is 204'],
  ['lamp-is-on', 'state.initial', 'createLamp', 'isOn is true'],
  ['lamp-is-grey', 'state.initial', 'createLamp', 'shade/colour is "grey"'],
  ['lamps-unlisted', 'state.kinds', 'listThings', 'is not among'],
  ['sorts-ignored', 'state.kinds', 'listThings', 'DRAWER was asked for'],
  ['text-ignored', 'state.searched', 'listThings', 'was looked for'],
  ['finds-nothing', 'state.searched', 'listThings', 'is not listed'],
  ['another-wish', 'state.repeats', 'listThings', '#/asked is'],
  ['more-wished', 'state.repeats', 'listThings', '#/wished is'],
  ['same-code', 'state.distinct', 'createLamp', '"k-always", twice'],
  ['same-light', 'state.answers', 'readLight', 'as if it were true'],
  ['drawer-is-empty', 'state.held', 'createDrawer', 'listFields shows'],
  ['drawer-lacks-input', 'state.held', 'createDrawer', 'listFields shows'],
  ['filter-ignored', 'state.filtered', 'searchCards', 'is listed'],
  ['over-ignored', 'state.filtered', 'searchCards', 'is listed'],
  ['none-ignored', 'state.filtered', 'searchCards', 'is listed'],
  ['order-ignored', 'state.ordered', 'searchCards', 'comes before'],
  ['shows-all', 'state.ordered', 'searchCards', '"no"'],
  ['changes-all', 'state.updated-all', 'changeCards', 'size of'],
  ['changes-none', 'state.updated-all', 'changeCards', 'size of'],
  ['rename-in-vain', 'state.updated', 'renameField', 'is not among'],
  ['sql-of-yesterday', 'sql.rows', 'askCards', 'is not among 1 rows'],
  ['guest-deletes', 'sql.read-only', 'askCards', 'a credential that may only read'],
];
