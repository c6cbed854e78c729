import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { PasskeyFailed, proveBy } from '../account/authenticator.js';
import { CodeField } from '../account/code-field.js';
import { PasskeyWay } from '../account/passkey-way.js';
import { FactorWanted, type Schema } from '../api/client.js';
import { useWords } from '../language/use-words.js';
import { inWords } from '../shell/trouble.js';
import { ProviderWay, takePlace } from './provider-way.js';
import { useEntered, useSignIn } from './session.js';

/** The demo listens on this machine alone; whoever is asked for elsewhere has accounts of its own. */
const IS_DEMO = ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname);

/** The demo's accounts, one card a role. */
const DEMO = [
  'jinli.maker',
  'jinli.checker',
  'jinli.delegate',
  'jinli.admin',
  'finance.reviewer',
  'finance.leader',
  'industry.reviewer',
  'industry.leader',
  'jinjiang.coordinator',
  'danbao.officer',
  'regulator.observer',
  'pboc.observer',
  'system.admin',
  'security.admin',
  'audit.admin',
] as const;

/** `entered` and `refused` say what came of a sign-in at the city's provider. */
export interface LoginSearch {
  back?: string;
  entered?: 'yes';
  refused?: string;
}

export function LoginPage() {
  const words = useWords();
  const signIn = useSignIn();
  const navigate = useNavigate();
  const { back, entered, refused } = useSearch({ from: '/login' });
  const enter = useEntered();
  const [form] = Form.useForm<Schema<'LoginDto'>>();
  const [ways, setWays] = useState<readonly string[]>([]);
  const [trouble, setTrouble] = useState(
    refused === undefined ? undefined : words.account.refusedBy(refused),
  );
  const [busy, setBusy] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the browser comes back from the provider.
  useEffect(() => {
    if (entered === undefined) return;
    enter();
    const place = takePlace();
    if (place === undefined) void navigate({ to: '/worklist', search: {}, replace: true });
    else void navigate({ href: place, replace: true });
  }, [entered]);
  const submit = async ({ login, password, code }: Schema<'LoginDto'>, prefersPasskey = false) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      const hasCode = code !== undefined && code !== '' && !prefersPasskey;
      const said = { login: login.trim(), password, ...(hasCode ? { code } : {}) };
      await proveBy(signIn, said, prefersPasskey);
      if (back === undefined) await navigate({ to: '/worklist', search: {} });
      else await navigate({ href: back });
    } catch (error) {
      if (error instanceof FactorWanted) setWays(error.ways);
      if (error instanceof PasskeyFailed) setWays((known) => [...new Set([...known, 'passkey'])]);
      setTrouble(inWords(error, words));
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className="page" style={{ maxWidth: 520 }}>
      <h1 style={{ marginBottom: 0 }}>{words.product}</h1>
      <p className="quiet">{words.subtitle}</p>
      <Card>
        <h2 style={{ marginTop: 0 }}>{words.signIn.title}</h2>
        {trouble === undefined ? null : <Alert type="error" showIcon title={trouble} role="alert" />}
        <Form
          form={form}
          layout="vertical"
          onFinish={(said) => void submit(said)}
          requiredMark={false}
          style={{ marginTop: 12 }}
        >
          <Form.Item
            name="login"
            label={words.signIn.login}
            rules={[{ required: true, message: words.act.asked }]}
          >
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={words.signIn.password}
            rules={[{ required: true, message: words.act.asked }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {ways.includes('code') ? <CodeField autoFocus /> : null}
          {ways.includes('passkey') ? (
            <PasskeyWay
              onChoose={() =>
                void form.validateFields(['login', 'password']).then((said) => submit(said, true))
              }
            />
          ) : null}
          <Button type="primary" htmlType="submit" loading={busy} block>
            {words.signIn.submit}
          </Button>
        </Form>
        <ProviderWay back={back} />
        <p>
          <Link to="/assess">{words.signIn.assess}</Link>
        </p>
      </Card>
      {IS_DEMO ? (
        <>
          <h2 style={{ fontSize: 14 }}>{words.signIn.demo}</h2>
          <div className="cards">
            {DEMO.map((login) => (
              <Button key={login} className="card" onClick={() => form.setFieldsValue({ login })}>
                <span>
                  {words.signIn.parts[login]}
                  <small className="quiet">{login}</small>
                </span>
              </Button>
            ))}
          </div>
        </>
      ) : null}
    </main>
  );
}
