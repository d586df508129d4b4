import { ensureQuantumPython } from '../../scripts/pythonEnvironment.mjs';

let made: Promise<string> | undefined;

/** A Python with quantum-framework 1.0.1, kept for the machine. @throws Error naming the cure when none can be made. */
export function quantumPython(): Promise<string> {
  return (made ??= ensureQuantumPython());
}
