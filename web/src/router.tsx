import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
} from '@tanstack/react-router';
import { searchOfAudit } from './audit/audit-search.js';
import { CasesPage, LISTED, type Listed } from './case/cases-page.js';
import { LoginPage, type LoginSearch } from './session/login-page.js';
import { Shell } from './shell/shell.js';
import { searchOfWorklist } from './worklist/search.js';
import { WorklistPage } from './worklist/worklist-page.js';

const root = createRootRoute();

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  // A path of this console, never another site's.
  validateSearch: ({ back, entered, refused }: Record<string, unknown>): LoginSearch => ({
    ...(typeof back === 'string' && /^\/(?![/\\])/.test(back) ? { back } : {}),
    ...(entered === 'yes' ? { entered } : {}),
    ...(typeof refused === 'string' ? { refused } : {}),
  }),
  component: LoginPage,
});

const assess = createRoute({
  getParentRoute: () => root,
  path: '/assess',
  component: lazyRouteComponent(() => import('./assess/assess-page.js'), 'AssessPage'),
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: () => <Navigate to="/worklist" search={{}} />,
});

const worklist = createRoute({
  getParentRoute: () => shell,
  path: '/worklist',
  validateSearch: searchOfWorklist,
  component: WorklistPage,
});

const newFiling = createRoute({
  getParentRoute: () => shell,
  path: '/filings/new',
  validateSearch: ({ draft }: Record<string, unknown>): { draft?: string } =>
    typeof draft === 'string' ? { draft } : {},
  component: lazyRouteComponent(() => import('./draft/new-filing-page.js'), 'NewFilingPage'),
});

const importing = createRoute({
  getParentRoute: () => shell,
  path: '/filings/import',
  validateSearch: ({ batch }: Record<string, unknown>): { batch?: string } =>
    typeof batch === 'string' ? { batch } : {},
  component: lazyRouteComponent(() => import('./draft/import-page.js'), 'ImportPage'),
});

const filing = createRoute({
  getParentRoute: () => shell,
  path: '/filings/$id',
  component: lazyRouteComponent(() => import('./filing/filing-page.js'), 'FilingPage'),
});

const receipt = createRoute({
  getParentRoute: () => shell,
  path: '/filings/$id/receipt',
  component: lazyRouteComponent(() => import('./filing/receipt-page.js'), 'ReceiptPage'),
});

const cases = createRoute({
  getParentRoute: () => shell,
  path: '/cases',
  validateSearch: ({ process }: Record<string, unknown>): { process?: Listed } => {
    const known = LISTED.find((each) => each === process);
    return known === undefined ? {} : { process: known };
  },
  component: CasesPage,
});

const coordination = createRoute({
  getParentRoute: () => shell,
  path: '/coordinations/$id',
  component: lazyRouteComponent(() => import('./coordination/coordination-page.js'), 'CoordinationPage'),
});

const support = createRoute({
  getParentRoute: () => shell,
  path: '/supports/$id',
  component: lazyRouteComponent(() => import('./support/support-page.js'), 'SupportPage'),
});

const committee = createRoute({
  getParentRoute: () => shell,
  path: '/committees/$id',
  component: lazyRouteComponent(() => import('./committee/committee-page.js'), 'CommitteePage'),
});

const resolution = createRoute({
  getParentRoute: () => shell,
  path: '/resolutions/$id',
  component: lazyRouteComponent(() => import('./resolution/resolution-page.js'), 'ResolutionPage'),
});

const inquiry = createRoute({
  getParentRoute: () => shell,
  path: '/inquiries/$id',
  component: lazyRouteComponent(() => import('./inquiry/inquiry-page.js'), 'InquiryPage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox/inbox-page.js'), 'InboxPage'),
});

const account = createRoute({
  getParentRoute: () => shell,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page.js'), 'AccountPage'),
});

const firms = createRoute({
  getParentRoute: () => shell,
  path: '/firms',
  component: lazyRouteComponent(() => import('./firm/firms-page.js'), 'FirmsPage'),
});

const firm = createRoute({
  getParentRoute: () => shell,
  path: '/firms/$id',
  component: lazyRouteComponent(() => import('./firm/firm-page.js'), 'FirmPage'),
});

const county = createRoute({
  getParentRoute: () => shell,
  path: '/county',
  component: lazyRouteComponent(() => import('./county/county-page.js'), 'CountyPage'),
});

const cockpit = createRoute({
  getParentRoute: () => shell,
  path: '/cockpit',
  component: lazyRouteComponent(() => import('./cockpit/cockpit-page.js'), 'CockpitPage'),
});

const processes = createRoute({
  getParentRoute: () => shell,
  path: '/processes',
  component: lazyRouteComponent(() => import('./diagram/processes-page.js'), 'ProcessesPage'),
});

const batch = createRoute({
  getParentRoute: () => shell,
  path: '/batch',
  component: lazyRouteComponent(() => import('./batch/batch-page.js'), 'BatchPage'),
});

const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  component: lazyRouteComponent(() => import('./administration/policies-page.js'), 'PoliciesPage'),
});

const calendars = createRoute({
  getParentRoute: () => shell,
  path: '/calendars',
  component: lazyRouteComponent(() => import('./administration/calendars-page.js'), 'CalendarsPage'),
});

const health = createRoute({
  getParentRoute: () => shell,
  path: '/health',
  component: lazyRouteComponent(() => import('./administration/health-page.js'), 'HealthPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  component: lazyRouteComponent(() => import('./administration/people-page.js'), 'PeoplePage'),
});

const rights = createRoute({
  getParentRoute: () => shell,
  path: '/posts',
  component: lazyRouteComponent(() => import('./administration/rights-page.js'), 'RightsPage'),
});

const webhooks = createRoute({
  getParentRoute: () => shell,
  path: '/webhooks',
  component: lazyRouteComponent(() => import('./administration/webhooks-page.js'), 'WebhooksPage'),
});

const keys = createRoute({
  getParentRoute: () => shell,
  path: '/keys',
  component: lazyRouteComponent(() => import('./administration/keys-page.js'), 'KeysPage'),
});

const delegations = createRoute({
  getParentRoute: () => shell,
  path: '/delegations',
  component: lazyRouteComponent(() => import('./administration/delegations-page.js'), 'DelegationsPage'),
});

const dossier = createRoute({
  getParentRoute: () => shell,
  path: '/filings/$id/dossier',
  component: lazyRouteComponent(() => import('./dossier/dossier-page.js'), 'DossierPage'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: searchOfAudit,
  component: lazyRouteComponent(() => import('./audit/audit-page.js'), 'AuditPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    assess,
    shell.addChildren([
      home,
      worklist,
      newFiling,
      importing,
      filing,
      receipt,
      cases,
      coordination,
      support,
      committee,
      resolution,
      inquiry,
      inbox,
      account,
      firms,
      firm,
      county,
      cockpit,
      processes,
      batch,
      policies,
      calendars,
      health,
      people,
      rights,
      keys,
      webhooks,
      delegations,
      dossier,
      audit,
    ]),
  ]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
