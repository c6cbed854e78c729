import { Space } from 'antd';
import { useWords } from '../language/use-words.js';
import { hasRole, useSession } from '../session/session.js';
import { ChainsPart } from './chains-part.js';
import { CorrectionsPart } from './corrections-part.js';
import { GrantsPart } from './grants-part.js';
import { OrganizationsPart } from './organizations-part.js';
import { PostsPart } from './posts-part.js';

/** 岗位与授权: who holds what, what waits for a second person, and who signs in which order. */
export function RightsPage() {
  const words = useWords();
  const session = useSession().data;
  if (session == null) return null;
  return (
    <div className="page">
      <h1 style={{ fontSize: 22 }}>{words.rights.title}</h1>
      <p className="quiet">{words.rights.intro}</p>
      <Space orientation="vertical" size="middle" style={{ width: '100%' }}>
        {hasRole(session, 'security.admin', 'bank.admin') ? <CorrectionsPart /> : null}
        <GrantsPart session={session} />
        <PostsPart session={session} />
        <ChainsPart session={session} />
        {hasRole(session, 'system.admin', 'security.admin', 'audit.admin') ? (
          <OrganizationsPart session={session} />
        ) : null}
      </Space>
    </div>
  );
}
