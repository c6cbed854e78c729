import { Card, Descriptions } from 'antd';
import type { ReactNode } from 'react';

/** Facts under their names; what is not known is not shown. */
export function Facts({ title, said }: { title: string; said: Readonly<Record<string, ReactNode>> }) {
  const items = Object.entries(said).flatMap(([label, children]) =>
    children === undefined || children === null || children === '' ? [] : [{ key: label, label, children }],
  );
  return (
    <Card size="small" title={title}>
      <Descriptions column={1} size="small" items={items} />
    </Card>
  );
}
