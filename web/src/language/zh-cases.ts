/** What the console calls otherwise than the server does: in Chinese almost nothing, since the server speaks it. */
export const zhCases = {
  /** By process and state. */
  states: {} as Readonly<Record<string, Readonly<Record<string, string>>>>,
  /** How a report ended. */
  outcomes: {} as Readonly<Record<string, string>>,
  /** Codes of closed lists. */
  codes: {} as Readonly<Record<string, string>>,
  /** Which name of a county is shown. */
  countyIn: 'name' as 'name' | 'englishName',
  /** By process and type. */
  events: { filing: { FILE: '通过并报送', RETURN_TO_MAKER: '退回修改' } } as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >,
};
