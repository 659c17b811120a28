import { describe, expect, it } from 'vitest';
import { formsIn } from '../../../../src/reading/directive/audience/forms.ts';
import { peopleOf } from '../../../../src/reading/directive/audience/people.ts';
import { COUNTY } from '../../../kit/audience-builders.ts';

const [group] = COUNTY.groups;
if (group === undefined) throw new Error('the county has groups');
const people = peopleOf(COUNTY);
const here = { platform: group.platform, group: group.id };
const [speaker, other] = people.members(here);

describe('who may be spoken to', () => {
  it('are all members but the sender, as one list as long as the sender speaks', () => {
    expect(people.others(here, speaker)).toEqual(people.members(here).filter((person) => person !== speaker));
    expect(people.others(here, speaker)).toBe(people.others(here, speaker));
    expect(people.others(here, undefined)).toEqual(people.members(here));
  });

  it('are found by the longest form that stands at the place', () => {
    const forms = formsIn({ members: people.others(here, speaker), people });
    const name = other?.name ?? '';
    expect(forms.at(`请${name}来`, 1)).toBe(name);
    expect(forms.at(`请${name}来`, 0)).toBeUndefined();
    expect(forms.people(name)).toContain(other);
    expect(forms.ofLength(name.length)).toContain(name);
  });
});
