/** What nobody would send who means well; each takes the place of one value. */
export const HOSTILE: readonly unknown[] = [
  ...[
    null,
    true,
    '',
    ' ',
    [],
    {},
    0,
    -1,
    -0,
    Number.MAX_VALUE,
    Number.MAX_SAFE_INTEGER,
    0.005,
    '-1',
    '1e5',
    '０．５',
    '5,000,000',
  ],
  ...[
    'NaN',
    'Infinity',
    '0x10',
    '\u0000',
    '\ud800',
    '泉\u200b州',
    '../../etc/passwd',
    '$(id)',
    '{{7*7}}',
    'a'.repeat(10_000),
  ],
  ...[{ $ne: 1 }, ['x'], [[[]]], { toString: 'x' }, { length: -1 }, '2026-02-30', '2026-13-01', '9999-99-99'],
];
export const HOSTILE_TEXTS = HOSTILE.filter((each) => typeof each !== 'object').map(String);
/** Names that mean something to JavaScript or to the database. */
export const HOSTILE_KEYS = [
  '__proto__',
  'constructor',
  'id',
  'state',
  'version',
  'jurisdiction',
  'owner_org',
  'toString',
];
/** Bodies that are no JSON, or none that anybody asked for. */
export const GARBAGE = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '123',
  '{"a":1,"a":2}',
  '{"amount":1e309}',
  '{"amount":9999999999999999999}',
  '[[[[[[[[[[]]]]]]]]]]',
  '\u0000',
  '{"type":"FILE"',
  'a=b',
];
export const MEDIA_TYPES = ['application/json', 'text/plain', 'application/xml', 'multipart/form-data', ''];
/** In the place of an id. */
export const PIECES = ['0', '%00', '..%2f..', '%F0%9F%92%A5', 'null', '-1', "'"];
export const STRAY_QUERIES = ['nobodyKnowsThis=1', 'limit=1&limit=2', 'limit[]=1', '%='];
export const ILL_TAGS = ['', '*', 'W/"1.0"', '"x"', '"1.0", "2.0"', '"99999999999.1"'];
export const ILL_KEYS = ['', 'k', 'a'.repeat(300), '"quoted"'];
