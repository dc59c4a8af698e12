/** What the server does wrong, where it is to do something wrong. */
export type CabinetFault =
  | 'renames-label'
  | 'deletes-label'
  | 'lamp-is-on'
  | 'same-code'
  | 'same-light'
  | 'drawer-is-empty'
  | 'drawer-lacks-input'
  | 'filter-ignored'
  | 'over-ignored'
  | 'none-ignored'
  | 'order-ignored'
  | 'shows-all'
  | 'changes-all'
  | 'changes-none'
  | 'rename-in-vain'
  | 'sql-of-yesterday'
  | 'guest-deletes';
