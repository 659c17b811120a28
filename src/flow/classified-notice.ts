/** Who posts what is marked 秘密 or 机密 is told that it was not kept, and what to do. */
import { renderClassifiedNotice } from '../digest/render/index.ts';
import type { Instant } from '../model/instant.ts';
import type { Envelope } from '../model/message.ts';
import { groupKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Outgoing } from '../model/outgoing.ts';

export function classifiedNotice(org: Organisation, { platform, group, id, sender }: Envelope, at: Instant): Outgoing {
  return {
    key: `notice classified ${platform} ${group} ${id}`,
    kind: 'notice',
    person: null,
    to: { platform, target: 'person', id: sender.id },
    blocks: [renderClassifiedNotice(org.groupNames.get(groupKey({ platform, group })) ?? group)],
    createdAt: at,
    notBefore: at,
  };
}
