/** The words of 机构变更. */
export const zhOrganizations = {
  organizations: {
    title: '机构变更',
    none: '没有机构变更事项',
    changes: {
      add: '新增机构',
      rename: '机构更名',
      end: '终止机构',
      addUnit: '新增分支机构',
      renameUnit: '分支机构更名',
      endUnit: '终止分支机构',
    },
    fields: {
      '/kind': '机构类别',
      '/key': '代码（小写字母，不再变更；登录名以其开头）',
      '/series': '报告编号简称（银行填写）',
      '/name': '名称',
      '/englishName': '英文名称',
      '/on': '启用日，或终止的末日（含当日）',
      '/reason': '事由',
      '/organization': '机构',
      '/unit': '分支机构',
    } as Record<string, string>,
    ended: (day: string) => `${day} 终止`,
    units: '分支机构',
  },
};
