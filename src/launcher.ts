#!/usr/bin/env node
/**
 * What an installed `qunyao` starts. The machine's own Node runs this file, and it may be too old for the store's
 * driver; then the Node that came along as a dependency takes over. So this file must run on Node 20, and what needs
 * more is imported only where the running Node is known to be new enough.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = { major: 22, minor: 12 } as const;
const FORWARDED: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Here and not in data/lang: Node 20 warns about every JSON file that is imported. */
const FIX = {
  zh: (found: string) =>
    `本机的 Node.js 是 ${found},群要需要 22.12 以上,而随包安装的 Node 24 用不了(多半是 npm 没有让它的安装脚本运行)。
请任选一种办法:升级本机的 Node.js;或在安装群要的目录里运行 npm install-scripts approve node && npm rebuild node(npm 10 只需后一半;装在全局时运行 npm install -g qunyao --allow-scripts=node)。`,
  en: (found: string) =>
    `This machine has Node.js ${found}; Qunyao needs 22.12 or newer, and the Node 24 installed with it can't be used (most likely npm did not let its install script run).
Do one of these: upgrade the machine's Node.js; or, in the folder where Qunyao was installed, run npm install-scripts approve node && npm rebuild node (with npm 10 only the second half; for a global install, npm install -g qunyao --allow-scripts=node).`,
};

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor);
}

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
  const node = bundledNode();
  if (isNewEnough(process.versions.node)) await import('./main.ts');
  else if (node === null) await explain();
  else handOver(node);
}

await launch();
