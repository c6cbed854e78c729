import type { zhOrganizations } from './zh-organizations.js';

export const enOrganizations: typeof zhOrganizations = {
  organizations: {
    title: 'Organizations that come, go or change their name',
    none: 'No changes of organizations',
    changes: {
      add: 'Add an organization',
      rename: 'Rename an organization',
      end: 'End an organization',
      addUnit: 'Add a branch',
      renameUnit: 'Rename a branch',
      endUnit: 'End a branch',
    },
    fields: {
      '/kind': 'Kind',
      '/key': 'Code (small letters, kept for good; logins begin with it)',
      '/series': 'Series in numbers of reports (banks)',
      '/name': 'Name',
      '/englishName': 'English name',
      '/on': 'First day, or last day of what ends',
      '/reason': 'Reason',
      '/organization': 'Organization',
      '/unit': 'Branch',
    },
    ended: (day) => `ended ${day}`,
    units: 'Branches',
  },
};
