import { describe, expect, it } from 'vitest';
import { storyOf } from '../../src/ledger/story.ts';
import { aDeadline, at } from '../kit/digest-builders.ts';
import { anAsk, answered, changed, copied, opened } from '../kit/ledger-builders.ts';

const OPEN = opened({ at: at('2026-11-16 09:00'), ask: anAsk({ deadline: aDeadline() }) });
const LATER = aDeadline({ at: at('2026-11-20 17:30'), day: '2026-11-20' });

describe('the story of a directive', () => {
  it('goes by the time of its messages and says what each change replaced', () => {
    const moved = changed({ at: at('2026-11-16 11:00'), change: 'deadline', deadline: LATER });
    const story = storyOf([moved, copied({ at: at('2026-11-16 10:00') }), OPEN]);
    expect(story?.steps.map(({ step }) => step)).toEqual(['opened', 'copy', 'deadline']);
    expect(story?.steps[2]?.changes).toMatchObject([{ field: 'deadline', to: new Date(LATER.at).toISOString() }]);
    expect(story?.directive.deadline?.day).toBe('2026-11-20');
  });

  it('counts no answer as a step, so that nobody’s time is told', () => {
    expect(storyOf([OPEN, answered({ at: at('2026-11-16 12:00') })])?.steps).toHaveLength(1);
  });

  it('is none where nothing opens it', () => {
    expect(storyOf([answered({ at: at('2026-11-16 12:00') })])).toBeNull();
  });
});
