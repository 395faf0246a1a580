import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts a server of this folder in a process of its own, so that its work is not counted: it prints its port. */
export async function startServerProcess(file: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const heard: readonly unknown[] = await once(child.stdout, 'data');
  return { port: Number(String(heard[0])), stop: () => void child.stdin.end() };
}
