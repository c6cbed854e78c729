import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Dropdown } from 'antd';
import { useWords } from '../language/use-words.js';
import { hasRole, type Session } from '../session/session.js';

const COUNTING = [
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
  'county.coordinator',
  'regulator.observer',
  'pboc.observer',
  'bank.maker',
  'bank.checker',
  'bank.admin',
];

/** The pages of one's own part, and behind 更多 those that everybody may look into. */
export function MoreWays({ session }: { session: Session }) {
  const words = useWords();
  const navigate = useNavigate();
  const behind = ['delegations', 'processes', 'policies', 'calendars', 'people'] as const;
  const names = { ...words.lead, delegations: words.lead.settings };
  return (
    <>
      {hasRole(session, 'county.coordinator') ? <Link to="/county">{words.county.title}</Link> : null}
      {hasRole(session, ...COUNTING) ? <Link to="/cockpit">{words.lead.cockpit}</Link> : null}
      {hasRole(session, 'bank.maker') ? (
        <Link to="/filings/import" search={{}}>
          {words.imports.title}
        </Link>
      ) : null}
      {hasRole(session, 'finance.reviewer', 'industry.reviewer') ? (
        <Link to="/batch">{words.lead.batch}</Link>
      ) : null}
      {hasRole(session, 'system.admin') ? <Link to="/health">{words.lead.health}</Link> : null}
      {hasRole(session, 'system.admin', 'security.admin', 'bank.admin', 'audit.admin') ? (
        <Link to="/posts">{words.rights.title}</Link>
      ) : null}
      {hasRole(session, 'bank.admin') ? <Link to="/keys">{words.keys.title}</Link> : null}
      {hasRole(session, 'bank.admin') ? <Link to="/webhooks">{words.webhooks.title}</Link> : null}
      {hasRole(session, 'audit.admin') ? <Link to="/audit">{words.lead.audit}</Link> : null}
      <Dropdown
        trigger={['click']}
        menu={{
          items: behind.map((key) => ({ key, label: names[key] })),
          onClick: ({ key }) => void navigate({ to: `/${key}` }),
        }}
      >
        <Button type="text">{words.lead.more}</Button>
      </Dropdown>
    </>
  );
}
