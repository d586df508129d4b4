import type * as vscode from 'vscode';
import { Disposables } from '../platform/disposables.js';
import type { Disposable } from '../platform/signal.js';
import { requireTrust } from '../platform/trust.js';
import { createDoctorPages, type DoctorDeps } from './doctorPage.js';

/** `Quantum: Doctor`. */
export function registerDoctor(extensionUri: vscode.Uri, deps: DoctorDeps): Disposable {
  const owned = new Disposables();
  const pages = owned.add(createDoctorPages(extensionUri, deps));
  owned.add(
    deps.reporter.register('quantum.doctor', (projectId) => {
      requireTrust();
      const elsewhere = typeof projectId === 'number' && !deps.here().includes(projectId);
      pages.show(elsewhere ? projectId : 'window');
    }),
  );
  return owned;
}
