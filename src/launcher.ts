#!/usr/bin/env node
/**
 * What an installed `qunyao` starts. The machine's own Node runs this file, and it may be too old for the program;
 * then the Node that came along as a dependency takes over. So this file must run on Node 20, and what needs
 * more is imported only where the running Node is known to be new enough.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const FORWARDED: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Here and not in data/lang: Node 20 warns about every JSON file that is imported. */
const FIX = {
  zh: (found: string) =>
    `本机的 Node.js 是 ${found},群要需要 24 以上,而随包安装的 Node 24 用不了(多半是 npm 没有让它的安装脚本运行)。
请任选一种办法:把本机的 Node.js 升级到 24;或把群要装在一个目录里(npm install 不加 -g),再在那里运行:npm install-scripts approve node && npm rebuild node(npm 10 只需后一半)。`,
  en: (found: string) =>
    `This machine has Node.js ${found}; Qunyao needs 24 or newer, and the Node 24 installed with it can't be used (most likely npm did not let its install script run).
Do one of these: upgrade the machine's Node.js to 24; or install Qunyao in a folder (npm install without -g), and run there: npm install-scripts approve node && npm rebuild node (with npm 10 only the second half).`,
};

/** The Node of the npm package `node`, which its install script fetched; null when it did not. */
function bundledNode(): string | null {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'));
    const binary = join(folder, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** Runs the program under another Node and ends as it ends. */
function handOver(node: string): void {
  const main = fileURLToPath(new URL('./main.js', import.meta.url));
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  child.on('error', () => void explain());
  child.on('exit', (code, signal) => {
    for (const one of FORWARDED) process.removeAllListeners(one);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}

async function explain(): Promise<void> {
  const { readSettings } = await import('./config/settings.ts');
  process.stderr.write(`${FIX[readSettings().language](process.versions.node)}\n`);
  process.exitCode = 1;
}

async function launch(): Promise<void> {
  const isNewEnough = Number.parseInt(process.versions.node, 10) >= NEEDED_MAJOR;
  const node = bundledNode();
  if (isNewEnough) await import('./main.ts');
  else if (node === null) await explain();
  else handOver(node);
}

await launch();
