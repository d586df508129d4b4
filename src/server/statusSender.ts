import type { LanguageServerStatus } from '../protocol/languageServer.js';

export interface StatusSender {
  send(status: LanguageServerStatus): void;
  forget(): void;
}

/** Sends a status when it says something new. */
export function statusSender(send: (status: LanguageServerStatus) => void): StatusSender {
  const last = new Map<string, string>();
  return {
    send: (status) => {
      const said = JSON.stringify(status);
      if (last.get(status.root) === said) return;
      last.set(status.root, said);
      send(status);
    },
    forget: () => last.clear(),
  };
}
