import { useCodes } from '../draft/codes.js';

/** Posts by the names that people know them by. */
export function usePostNames(): (role: string) => string {
  const posts = useCodes().data?.posts ?? [];
  return (role) => posts.find(({ code }) => code === role)?.label ?? role;
}
