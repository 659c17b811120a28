import { describe, expect, it } from 'vitest';
import { organisation } from '../../../src/model/organisation.ts';
import { normalise } from '../../../src/reading/text/normalise.ts';
import { withoutTimeNames } from '../../../src/reading/text/time-names.ts';

const roster = {
  org: '东岭镇',
  timezone: 'Asia/Shanghai',
  workday: { start: 510, end: 1050 },
  digestAt: 1080,
  groups: [],
} as unknown as Parameters<typeof organisation>[0];

function orgOf(...names: readonly string[]) {
  const people = names.map((name, index) => ({ id: `p${index}`, name, aliases: [], areas: [], roles: [], duties: [], accounts: {} }));
  return organisation({ ...roster, people } as unknown as typeof roster);
}

describe('a name that ends like a time', () => {
  it('is hidden, whole or without its family name, and the offsets stay', () => {
    const normal = normalise('扈开明晚上9点前去看,开明早点回');
    expect(withoutTimeNames(normal, orgOf('扈开明', '向玲')).text).toBe('扈开某晚上9点前去看,开某早点回');
  });

  it('leaves other texts and other names as they are', () => {
    const normal = normalise('向玲明晚9点前去看');
    expect(withoutTimeNames(normal, orgOf('扈开明', '向玲'))).toBe(normal);
    expect(withoutTimeNames(normal, orgOf('向玲'))).toBe(normal);
  });
});
