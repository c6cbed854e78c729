import type { zhImport } from './zh-import.js';

export const enImport: typeof zhImport = {
  imports: {
    title: 'Batch import',
    intro:
      'One sheet makes many drafts. None of them is filed: each goes to the checker. One row is one loan, 500 rows at most; nothing is made twice for the same 行内编号.',
    template: 'Download the template (.xlsx, with explanations)',
    choose: 'Choose a sheet',
    drop: 'or drop it here. .xlsx, or CSV in UTF-8 or GB18030, up to 2 MiB.',
    tooLarge: 'The file is larger than 2 MiB: upload it in parts.',
    result: 'What came of it',
    former: 'Latest imports (kept for 30 days)',
    none: 'Nothing was imported yet',
    progress: 'Progress of the import',
    mayLeave: 'still at work; you may leave this page',
    interrupted: 'This was cut off. Upload the same file again: nothing is made twice.',
    sameFile: 'The same content was uploaded before; reports that are there were not made again.',
    remarked: 'Download the rows to mend (with remarks; upload them again when mended)',
    counts: ({ reports, made, existing, wrong }) =>
      `${reports} reports: ${made} drafts made, ${existing} there already, ${wrong} to mend`,
    shown: {
      all: 'All',
      wrong: 'To mend',
      made: 'Drafts made',
      existing: 'There already',
      waiting: 'Waiting',
    },
    statuses: { wrong: 'To mend', made: 'Draft (not filed)', existing: 'There already', waiting: 'Waiting' },
    rows: (rows) => `${rows.length === 1 ? 'Row' : 'Rows'} ${rows.join(', ')}`,
    place: (row, column) => (column === null ? `Row ${row}: ` : `Row ${row} “${column}”: `),
  },
};
