import { Space } from 'antd';
import { optionsOfOrganizations, optionsOfUnits, useOrganizations } from '../directory/organizations.js';
import { NewCase } from '../found/new-case.js';
import { useWords } from '../language/use-words.js';
import { hasRole, type Session } from '../session/session.js';
import { useKnownOfSupports } from '../support/known-of-supports.js';

/** What may be begun about a firm, by whom. */
export function BeginPart({ firm, session }: { firm: string; session: Session }) {
  const words = useWords();
  const organizations = useOrganizations();
  const supports = useKnownOfSupports();
  const banks = optionsOfOrganizations(organizations, 'bank');
  const isBureau = hasRole(
    session,
    'finance.reviewer',
    'finance.leader',
    'industry.reviewer',
    'industry.leader',
  );
  const isCounty = hasRole(session, 'county.coordinator');
  return (
    <Space wrap style={{ marginBottom: 16 }}>
      {isBureau || hasRole(session, 'bank.delegate') ? (
        <NewCase
          process="committees"
          title={words.found.committee}
          settled={{ firm }}
          known={{ options: { organization: banks, lead: banks, unit: optionsOfUnits(organizations) } }}
        />
      ) : null}
      {isBureau || isCounty ? (
        <NewCase
          process="supports"
          title={words.found.support}
          settled={{ parent: { process: 'firm', id: firm } }}
          known={supports}
        />
      ) : null}
      {isCounty || hasRole(session, 'finance.reviewer', 'finance.leader') ? (
        <NewCase
          process="inquiries"
          title={words.found.inquiry}
          settled={{ firm }}
          known={{ options: { bank: banks } }}
        />
      ) : null}
    </Space>
  );
}
