import { Button } from 'antd';
import { useWords } from '../language/use-words.js';

/** 通行密钥 instead of the code, wherever that is asked for. */
export function PasskeyWay({ onChoose }: { onChoose: () => void }) {
  const words = useWords();
  return (
    <Button block onClick={onChoose} style={{ marginBottom: 12 }}>
      {words.account.passkeyUse}
    </Button>
  );
}
