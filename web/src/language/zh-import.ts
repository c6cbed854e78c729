/** 批量导入. */
export const zhImport = {
  imports: {
    title: '批量导入',
    intro:
      '一张表生成多份草稿（未报送），草稿须经复核后报送。每行一笔贷款，至多 500 行；同一行内编号不会重复生成。',
    template: '下载模板（.xlsx，含填写说明）',
    choose: '选择表格文件',
    drop: '或将文件拖到此处。可用 .xlsx，或 UTF-8、GB18030 编码的 CSV，不超过 2 MiB。',
    tooLarge: '文件超过 2 MiB，请分成几个文件上传。',
    result: '导入结果',
    former: '最近的导入（保留 30 天）',
    none: '还没有导入过',
    progress: '导入进度',
    mayLeave: '正在生成，可离开本页',
    interrupted: '生成中断。请重新上传同一文件，已生成的不会重复。',
    sameFile: '此前上传过内容相同的文件，已有的报告未重复生成。',
    remarked: '下载需修改的行（附备注，改好后可再次上传）',
    counts: ({
      reports,
      made,
      existing,
      wrong,
    }: {
      reports: number;
      made: number;
      existing: number;
      wrong: number;
    }) => `共 ${reports} 件：已生成草稿 ${made} 件，已有 ${existing} 件，需修改 ${wrong} 件`,
    shown: {
      all: '全部',
      wrong: '需修改',
      made: '已生成草稿',
      existing: '已有报告',
      waiting: '待生成',
    } as Record<string, string>,
    statuses: { wrong: '需修改', made: '草稿（未报送）', existing: '已有报告', waiting: '待生成' },
    rows: (rows: readonly number[]) => `第 ${rows.join('、')} 行`,
    place: (row: number, column: string | null) =>
      column === null ? `第 ${row} 行：` : `第 ${row} 行「${column}」：`,
  },
};
