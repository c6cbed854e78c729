import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as Antd, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api/client.js';
import { bring, type Language, LanguageContext, store, storedLanguage } from './language/use-words.js';
import { router } from './router.js';
import './style.css';
import { THEME, TWO_SIGNS } from './theme.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What was refused is refused again; a line that broke may heal.
      retry: (tries, error) => !(error instanceof Refused) && tries < 2,
      refetchOnWindowFocus: true,
    },
  },
});

function Console() {
  const [language, setLanguage] = useState<Language>(storedLanguage);
  useEffect(() => {
    store(language);
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      change: () => {
        const other = language === 'zh' ? 'en' : 'zh';
        // Whoever cannot get the other language now keeps this one.
        bring(other).then(
          () => {
            // Kept before anything is drawn anew: days are written by it.
            store(other);
            setLanguage(other);
          },
          () => undefined,
        );
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={spoken}>
      <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={THEME} button={TWO_SIGNS}>
        <Antd>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </Antd>
      </ConfigProvider>
    </LanguageContext>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
await bring(storedLanguage()).catch(() => undefined);
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
