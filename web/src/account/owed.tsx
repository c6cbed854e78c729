import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useWords } from '../language/use-words.js';
import { SESSION_KEY, useSignOut } from '../session/session.js';
import { NewPassword } from './new-password.js';
import { Passkeys } from './passkeys.js';
import { ProveAgain } from './prove-again.js';
import { SecondFactor } from './second-factor.js';

/** What somebody has to do before anything else: the server opens nothing before it is done. */
export function Owed({ what }: { what: 'password' | 'secondFactor' }) {
  const words = useWords();
  const signOut = useSignOut();
  const queries = useQueryClient();
  const done = () => void queries.invalidateQueries({ queryKey: SESSION_KEY });
  const isPassword = what === 'password';
  return (
    <main className="page" style={{ maxWidth: 560 }}>
      <h1>{isPassword ? words.account.newPassword : words.account.factorOwed}</h1>
      <Alert
        type="info"
        showIcon
        title={isPassword ? words.account.newPasswordFirst : words.account.factorFirst}
      />
      <Card style={{ marginTop: 12 }}>
        {isPassword ? <NewPassword asksPresent onSet={done} /> : <SecondFactor onSet={done} />}
      </Card>
      {isPassword ? null : (
        <Card size="small" title={<h2>{words.account.passkeys}</h2>} style={{ marginTop: 12 }}>
          <Passkeys onSet={done} />
        </Card>
      )}
      <p>
        <Button onClick={() => void signOut()}>{words.signIn.out}</Button>
      </p>
      <ProveAgain />
    </main>
  );
}
