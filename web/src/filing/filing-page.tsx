import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Card, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Schema } from '../api/client.js';
import { AttachmentList } from '../attachment/attachment-list.js';
import { useCase, useHistory } from '../case/case-api.js';
import { CasePage } from '../case/case-page.js';
import { Facts } from '../case/facts.js';
import { stateName } from '../case/state-name.js';
import { Why } from '../case/why.js';
import { OwnCoordination } from '../coordination/own-coordination.js';
import { useWords } from '../language/use-words.js';
import { isBank, useSession, watchesFirms } from '../session/session.js';
import { monthDayTime } from '../shell/day.js';
import { withSeparators } from '../shell/money.js';
import { Asked } from '../shell/trouble.js';
import { Details } from './answers.js';
import { ContactLine } from './contact-line.js';
import { Differences } from './differences.js';
import { FirmBeside } from './firm-beside.js';
import { Opinions } from './opinions.js';
import { OwnDraft } from './own-draft.js';
import { RulesPart } from './rules-part.js';

type Filing = Schema<'Filing'>;

/** After these the bank has a receipt in its hands. */
const GIVES_RECEIPT = ['FILE', 'RESUBMIT'];

/** The one screen to decide: facts left, what can be done right, how it came here below. */
export function FilingPage() {
  const { id } = useParams({ from: '/shell/filings/$id' });
  const filing = useCase<Filing>({ path: 'filings', id });
  return (
    <div className="page">
      <Asked query={filing}>{({ data, version }) => <OneFiling filing={data} version={version} />}</Asked>
    </div>
  );
}

function OneFiling({ filing, version }: { filing: Filing; version: string }) {
  const words = useWords();
  const { id, firm, number, marks, lane } = filing;
  const address = { path: 'filings', id } as const;
  const session = useSession().data;
  const navigate = useNavigate();
  const history = useHistory(address).data?.items ?? [];
  // Nobody asks for a part that is not there.
  const decides = session != null && watchesFirms(session);
  const joined = session != null && isBank(session) && history.some(({ type }) => type === 'INTERVENE');
  return (
    <CasePage
      aside={
        <>
          <OwnDraft filing={filing} />
          {joined ? <OwnCoordination filing={id} /> : null}
        </>
      }
      middle={decides ? <Compared filing={filing} /> : undefined}
      acted={(type) => {
        if (!GIVES_RECEIPT.includes(type)) return false;
        void navigate({ to: '/filings/$id/receipt', params: { id } });
        return true;
      }}
      address={address}
      version={version}
      title={number ?? firm?.name ?? words.draft.title}
      state={stateName(words, 'filing', filing)}
      tags={
        <>
          {number === null ? <span className="unfiled">{words.worklist.unfiled}</span> : null}
          {lane === 'focus' ? <Tag color="purple">{words.worklist.lane.focus}</Tag> : null}
          {number === null ? null : (
            <Link to="/filings/$id/dossier" params={{ id }} className="no-print">
              {words.dossier.open}
            </Link>
          )}
          {marks.length === 0 ? null : <Why address={address} only="marks" />}
        </>
      }
      above={
        number === null ? (
          <Alert type="warning" showIcon title={words.filing.draftWarning} style={{ marginBottom: 16 }} />
        ) : null
      }
    >
      <KeyFacts filing={filing} />
      <Changes filing={filing} />
      <Content filing={filing} />
      <Details filing={filing} />
      {decides ? null : <RulesPart filing={id} />}
      <Card size="small" title={words.attachments.title}>
        <AttachmentList filing={id} />
      </Card>
      {decides || filing.opinions === undefined ? null : <Opinions opinions={filing.opinions} />}
    </CasePage>
  );
}

/** Between the facts and the opinion: the rules, what both bureaus have said, and how the firm stands with everybody. */
function Compared({ filing }: { filing: Filing }) {
  return (
    <>
      <RulesPart filing={filing.id} />
      {filing.opinions === undefined ? null : <Opinions opinions={filing.opinions} />}
      {filing.firmId == null ? null : <FirmBeside firm={filing.firmId} filing={filing.id} />}
    </>
  );
}

/** Lit where it differs: what the maker mended, what the bank is about to send, or what its last sending has changed. */
function Changes({ filing: { amendment, changes, sinceReturned } }: { filing: Filing }) {
  const words = useWords();
  if (sinceReturned != null) return <Differences title={words.filing.sinceReturned} of={sinceReturned} />;
  if (amendment != null) return <Differences title={words.filing.differences} of={amendment.differences} />;
  if (changes === null) return null;
  return <Differences title={words.filing.changedBy(changes.revision)} of={changes.differences} />;
}

/** What whoever opens the case on a phone has to know before what can be done: whose, which, how much, until when. */
function KeyFacts({ filing: { bank, firm, kind, amount, bankDate, deadlines } }: { filing: Filing }) {
  const words = useWords();
  const [due] = deadlines;
  const said: Record<string, ReactNode> = {
    [words.worklist.firm]: firm?.name,
    [words.worklist.what]: kind == null ? null : <What kind={kind} amount={amount} />,
    [words.worklist.bank]: bank.name,
    [words.worklist.due]:
      due === undefined ? null : `${due.dueOn} · ${words.named.clocks[due.name] ?? due.label}`,
    [words.filing.bankDate]: bankDate == null ? null : <strong>{bankDate}</strong>,
  };
  return (
    <div className="only-narrow">
      <Facts title={words.filing.keyFacts} said={said} />
    </div>
  );
}

/** What the bank has written, and what became of it. */
export function Content({ filing }: { filing: Filing }) {
  const words = useWords();
  const { firm, bank, kind, amount, plannedDate, actedOn, bankDate, before, after } = filing;
  const session = useSession().data;
  const hasReceipt = filing.number !== null && session != null && isBank(session);
  const figures = (position: typeof before) =>
    position === undefined || position === null
      ? undefined
      : `${words.filing.limit} ${withSeparators(position.limit ?? '—')}，${words.filing.balance} ${withSeparators(position.balance ?? '—')}`;
  const said: Record<string, ReactNode> = {
    [words.worklist.bank]: bank.name,
    [words.worklist.firm]: <FirmLine firm={firm} id={filing.firmId} />,
    [words.worklist.what]: kind == null ? null : <What kind={kind} amount={amount} />,
    [words.filing.before]: figures(before),
    [words.filing.after]: figures(after),
    [words.filing.plannedDate]: plannedDate,
    [words.filing.actedOn]: actedOn,
    [words.filing.receivedAt]: filing.receivedAt == null ? null : monthDayTime(filing.receivedAt),
    [words.filing.bankDate]: bankDate == null ? null : <strong>{bankDate}</strong>,
    [words.filing.contact]:
      filing.contact == null ? null : <ContactLine filing={filing.id} contact={filing.contact} />,
    [words.filing.conclusion]: filing.conclusion?.label,
    [words.filing.registerNumber]: filing.registerNumber,
    [words.receipt.title]: hasReceipt ? (
      <Link to="/filings/$id/receipt" params={{ id: filing.id }}>
        {words.receipt.show}
      </Link>
    ) : null,
  };
  return <Facts title={words.filing.content} said={said} />;
}

function FirmLine({ firm, id }: { firm: Filing['firm']; id: string | null | undefined }) {
  if (firm == null) return null;
  return (
    <>
      {id == null ? (
        firm.name
      ) : (
        <Link to="/firms/$id" params={{ id }}>
          {firm.name}
        </Link>
      )}
      <span className="quiet" style={{ marginInlineStart: 8 }}>
        {firm.creditCode}
      </span>
    </>
  );
}

function What({ kind, amount }: { kind: string; amount: string | null | undefined }) {
  const words = useWords();
  return (
    <strong className="amount">
      {words.kinds[kind]} {amount == null ? '' : withSeparators(amount)}
    </strong>
  );
}
