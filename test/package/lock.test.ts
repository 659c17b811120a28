/** What an install may rely on: exact versions, no address of any registry, and one install script alone. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const papers = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));

it('asks for every dependency by its exact version', () => {
  const asked = Object.entries<string>({ ...papers.dependencies, ...papers.devDependencies });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
});

it('locks versions and checksums, and names no registry host', () => {
  const locked = Object.entries<{ version?: string; resolved?: string; integrity?: string }>(lock.packages).filter(([path]) => path !== '');
  expect(locked.length).toBeGreaterThan(0);
  expect(locked.filter(([, one]) => one.version === undefined || one.integrity === undefined || one.resolved !== undefined)).toEqual([]);
  expect(lock.packages[''].dependencies).toEqual(papers.dependencies);
  expect(lock.packages[''].devDependencies).toEqual(papers.devDependencies);
});

it("runs the install script of the runtime alone; the store's driver has its binary in the package", () => {
  expect(papers.allowScripts).toEqual({ node: true, 'better-sqlite3': false });
  // What an optional dependency would run isn't run either: npm leaves out what isn't allowed, and it works without.
  const scripted = Object.entries<{ hasInstallScript?: true; optional?: true; devOptional?: true }>(lock.packages).filter(
    ([, one]) => one.hasInstallScript === true && one.optional !== true && one.devOptional !== true,
  );
  expect(scripted.map(([path]) => path)).toEqual(['node_modules/node']);
});

function read(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
}
