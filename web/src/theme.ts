import type { ThemeConfig } from 'antd';

/** Words of two signs stay words: a screen reader and a search find 登录, not 登 录. */
export const TWO_SIGNS = { autoInsertSpace: false };

/** Calm and dense: people look at this all day. Every pair of colours passes 4.5 : 1. */
export const THEME: ThemeConfig = {
  token: {
    // Whoever has asked the system for less motion gets none.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#0b4f6c',
    colorInfo: '#0b4f6c',
    colorLink: '#0b5c7f',
    colorLinkHover: '#084a66',
    colorLinkActive: '#063a50',
    colorSuccess: '#1d6b34',
    colorSuccessBg: '#eef7f0',
    colorSuccessBorder: '#a5cdb0',
    colorWarning: '#8a5200',
    colorWarningBg: '#fff6e5',
    colorWarningBorder: '#dfb566',
    colorError: '#b42318',
    colorTextDescription: '#4d5965',
    colorTextTertiary: '#4d5965',
    colorTextSecondary: '#414c57',
    colorTextPlaceholder: '#5c6873',
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
  },
  components: { Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f4f6f8' } },
};
