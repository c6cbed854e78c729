import { useEffect, useState } from 'react';

const PAUSE_MS = 150;

/** What somebody types, once they pause: nobody is asked about every letter. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
