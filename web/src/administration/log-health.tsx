import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { answered, api } from '../api/client.js';
import { Facts } from '../case/facts.js';
import { useWords } from '../language/use-words.js';
import { monthDayTime } from '../shell/day.js';
import { Asked } from '../shell/trouble.js';

const EVERY_MS = 30_000;

/** Whether the log is signed as it grows, and whether somebody has passed by the server. */
export function LogHealth() {
  const words = useWords().verify.health;
  const health = useQuery({
    queryKey: ['audit', 'health'],
    refetchInterval: EVERY_MS,
    queryFn: async () => (await answered(api.GET('/api/v1/audit/health'))).data,
  });
  return (
    <Asked query={health}>
      {({ size, signedAt, waiting, refused, differingRights }) => (
        <>
          {refused === 0 ? null : <Alert type="error" showIcon title={words.refused(refused)} />}
          {differingRights.length === 0 ? null : (
            <Alert
              type="error"
              showIcon
              title={words.rights(differingRights.length)}
              description={<span className="said">{differingRights.join('\n')}</span>}
            />
          )}
          <Facts
            title={words.title}
            said={{
              [words.size]: String(size),
              [words.signedAt]: signedAt === null ? null : monthDayTime(signedAt),
              [words.waiting]: String(waiting),
            }}
          />
        </>
      )}
    </Asked>
  );
}
