import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { Badge, Button, Layout, Spin } from 'antd';
import { use, useState } from 'react';
import { Owed } from '../account/owed.js';
import { ProveAgain } from '../account/prove-again.js';
import { answered, api } from '../api/client.js';
import { LanguageContext, useWords } from '../language/use-words.js';
import { Palette } from '../search/palette.js';
import { hasRole, type Session, useSession, useSignOut, worksOnCases } from '../session/session.js';
import { useLiveUpdates } from './live-updates.js';
import { MoreWays } from './more-ways.js';
import { Trouble } from './trouble.js';
import './shell.css';

/** Every page of somebody who is signed in: the way around, and what is new. */
export function Shell() {
  const session = useSession();
  if (session.isPending) return <Spin fullscreen />;
  if (session.error !== null) return <Trouble error={session.error} retry={() => void session.refetch()} />;
  if (session.data === null || session.data === undefined) return <SignInFirst />;
  const { owes } = session.data;
  if (owes === 'password' || owes === 'secondFactor') return <Owed what={owes} />;
  return <SignedIn session={session.data} />;
}

/** Whoever has to sign in comes back to where they were. */
function SignInFirst() {
  const router = useRouter();
  // Where they were, not where this sends them: that would send them on and on.
  const [{ href, pathname }] = useState(() => router.state.location);
  return <Navigate to="/login" search={pathname === '/' ? {} : { back: href }} replace />;
}

function SignedIn({ session }: { session: Session }) {
  const words = useWords();
  const { change } = use(LanguageContext);
  const signOut = useSignOut();
  const navigate = useNavigate();
  useLiveUpdates();
  const unread = useQuery({
    queryKey: ['inbox', 'unread'],
    queryFn: async () =>
      (await answered(api.GET('/api/v1/inbox', { params: { query: { unread: 'true', limit: 1 } } }))).data
        .total,
    refetchInterval: 60_000,
  });
  const leave = async () => {
    await signOut();
    await navigate({ to: '/login' });
  };
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <header className="top" style={{ background: '#fff' }}>
        <span className="brand">{words.product}</span>
        <nav aria-label={words.product}>
          <Link to="/worklist" search={{}}>
            {words.menu.worklist}
          </Link>
          {hasRole(session, 'bank.maker') ? <Link to="/filings/new">{words.menu.newFiling}</Link> : null}
          {worksOnCases(session) ? (
            <>
              <Link to="/assess">{words.menu.assess}</Link>
              <Link to="/cases" search={{}}>
                {words.menu.cases}
              </Link>
              <Link to="/firms">{words.menu.firms}</Link>
            </>
          ) : null}
          <Link to="/inbox">
            {words.menu.inbox}
            {(unread.data?.value ?? 0) > 0 ? (
              <Badge count={unread.data?.value ?? 0} size="small" style={{ marginInlineStart: 6 }} />
            ) : null}
          </Link>
          <MoreWays session={session} />
        </nav>
        {worksOnCases(session) && !hasRole(session, 'helper.officer') ? <Palette /> : null}
        <Link to="/account" className="only-wide" title={words.account.title}>
          {session.name}
        </Link>
        <Button size="small" onClick={change}>
          {words.language}
        </Button>
        <Button size="small" onClick={() => void leave()}>
          {words.signIn.out}
        </Button>
      </header>
      <main>
        <Outlet />
        <ProveAgain />
      </main>
    </Layout>
  );
}
