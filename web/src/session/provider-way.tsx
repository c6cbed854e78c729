import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';

/** 统一身份认证, where the city has one. A link, since the browser leaves this console for it. */
export function ProviderWay({ back }: { back: string | undefined }) {
  const words = useWords();
  const { data } = useQuery({
    queryKey: ['ways'],
    queryFn: async () => (await answered(api.GET('/api/v1/session/ways'))).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data?.provider == null) return null;
  return (
    <Button href="/api/v1/session/oidc" block style={{ marginTop: 12 }} onClick={() => keepPlace(back)}>
      {words.signIn.by(data.provider)}
    </Button>
  );
}

/** Where somebody was going, while the browser is away at the provider. */
const PLACE = 'wendai.back';

function keepPlace(back: string | undefined): void {
  if (back === undefined) sessionStorage.removeItem(PLACE);
  else sessionStorage.setItem(PLACE, back);
}

/** Once: the next sign-in goes its own way. */
export function takePlace(): string | undefined {
  const back = sessionStorage.getItem(PLACE) ?? undefined;
  sessionStorage.removeItem(PLACE);
  return back;
}
