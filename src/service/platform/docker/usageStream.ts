import type { ContainerUsage } from './engine.js';

/** What of the engine's statistics is read here; a container that does not run has zeros of all. */
interface StatisticsLine {
  readonly read: string;
  readonly cpu_stats: CpuStatistics;
  readonly precpu_stats: CpuStatistics;
  readonly memory_stats?: {
    readonly usage?: number;
    readonly limit?: number;
    readonly stats?: { readonly inactive_file?: number; readonly total_inactive_file?: number };
  };
}

interface CpuStatistics {
  readonly cpu_usage: { readonly total_usage: number };
  readonly system_cpu_usage?: number;
  readonly online_cpus?: number;
}

/**
 * Memory and share of the processors, as `docker stats` counts them: 100 % is one processor, and files that
 * are only cached are not memory in use. Null: there is nothing before it to compare with, or it does not run.
 */
export function usageOf(text: string): ContainerUsage | null {
  const {
    read,
    cpu_stats: now,
    precpu_stats: before,
    memory_stats: memory,
  } = JSON.parse(text) as StatisticsLine;
  const [system, systemBefore] = [now.system_cpu_usage, before.system_cpu_usage];
  if (system === undefined || systemBefore === undefined || memory?.usage === undefined)
    return null;
  const passed = system - systemBefore;
  const used = now.cpu_usage.total_usage - before.cpu_usage.total_usage;
  const { inactive_file: cached, total_inactive_file: cachedBefore } = memory.stats ?? {};
  return {
    at: new Date(read).toISOString(),
    cpuPercent: passed <= 0 ? 0 : (used / passed) * (now.online_cpus ?? 1) * 100,
    memoryBytes: Math.max(0, memory.usage - (cached ?? cachedBefore ?? 0)),
    memoryLimitBytes: memory.limit ?? null,
  };
}
