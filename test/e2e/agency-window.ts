import { openWindow, startBrowser } from './chat-window';
import type { ChatWindow } from './chat-window';
import { startDemo } from './running-demo';

/** The program office at its window, on the store of a whole agency as `npm run demo` fills it. */
export interface Agency {
  readonly window: ChatWindow;
  /** Ends browser and demo; answers the exit code of the demo. */
  close(): Promise<number | null>;
}

/** Fills the store with so few cases that it takes seconds, and opens the window. */
export async function openAgency(): Promise<Agency> {
  const [demo, browser] = await Promise.all([
    startDemo({ of: 'agency', flags: ['--cases', '3000', '--also', 'program-office'] }),
    startBrowser(),
  ]);
  return {
    window: await openWindow(browser, demo.windows.at(-1) ?? ''),
    close: async () => {
      await browser.close();
      return demo.stop();
    },
  };
}
