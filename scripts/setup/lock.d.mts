export interface ProcessMark {
  pid: number;
  start: string | undefined;
}
export function processStart(pid: number): string | undefined;
export function isRunning(owner: ProcessMark): boolean;
export function thisProcess(): ProcessMark;
export function withLock<T>(
  path: string,
  work: () => T | Promise<T>,
  options?: { onWait?: (pid: number) => void },
): Promise<T>;
