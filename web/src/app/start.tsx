import { StrictMode } from 'react';
import type { TingTing } from '@tingting/sdk';
import { createRoot } from 'react-dom/client';
import { startI18n } from '@/i18n/i18n';
import { App } from './App';

/** The first render waits for the words, so nothing flickers. */
export async function start(client: TingTing): Promise<void> {
  await startI18n();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  );
}
