import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answered, api } from '../api/client.js';
import { useWords } from '../language/use-words.js';

/** 统一身份认证, where the city has one. A link, since the browser leaves this console for it. */
export function ProviderWay() {
  const words = useWords();
  const { data } = useQuery({
    queryKey: ['ways'],
    queryFn: async () => (await answered(api.GET('/api/v1/session/ways'))).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data?.provider == null) return null;
  return (
    <Button href="/api/v1/session/oidc" block style={{ marginTop: 12 }}>
      {words.signIn.by(data.provider)}
    </Button>
  );
}
