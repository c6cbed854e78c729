import { useCodes } from '../draft/codes.js';
import type { Option } from '../form/known.js';
import { useWords } from '../language/use-words.js';

/** Posts by the names that people know them by. */
export function usePostNames(): (role: string) => string {
  const words = useWords();
  const posts = useCodes().data?.posts ?? [];
  return (role) => words.named.posts[role] ?? posts.find(({ code }) => code === role)?.label ?? role;
}

/** Posts to choose from: banks and offices alike have a 经办岗, so each says whose it is. */
export function usePostOptions(): Option[] {
  const words = useWords();
  const posts = useCodes().data?.posts ?? [];
  return posts.map(({ code, label: inChinese }) => {
    const label = words.named.posts[code] ?? inChinese;
    const whose = words.rights.postOf[code.split('.')[0] ?? ''];
    return { value: code, label: whose === undefined ? label : `${whose} · ${label}` };
  });
}
