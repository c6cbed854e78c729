export const TABS = ['todo', 'done', 'mine', 'cc', 'draft'] as const;
export type Tab = (typeof TABS)[number];
export const LIGHTS = ['onTime', 'atRisk', 'overdue'] as const;
export type Light = (typeof LIGHTS)[number];

export interface WorklistSearch {
  tab?: Tab;
  light?: Light;
}

/** The filters of a worklist stand in its address, so that it can be kept and sent. */
export function searchOfWorklist({ tab, light }: Record<string, unknown>): WorklistSearch {
  const known = TABS.find((each) => each === tab);
  const lit = LIGHTS.find((each) => each === light);
  return { ...(known === undefined ? {} : { tab: known }), ...(lit === undefined ? {} : { light: lit }) };
}
