/** Which groups are heard, and which account is whose. */
import type { Instant } from '../../model/instant.ts';
import type { Binding, EnrolledGroup, LiveStore } from '../../ports/live-store.ts';
import type { Connection } from './connection.ts';

type GroupKeeping = Pick<LiveStore, 'enrol' | 'leave' | 'enrolledGroups' | 'renameGroup'>;
type BindingKeeping = Pick<LiveStore, 'addBindCode' | 'useBindCode' | 'bindings' | 'unbind'>;

interface GroupRow {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly members: string;
  readonly by_person: string;
  readonly at: Instant;
  readonly moved_to: string | null;
}

export function enrolment(connection: Connection): GroupKeeping & BindingKeeping {
  return { ...groupKeeping(connection), ...bindingKeeping(connection) };
}

function groupKeeping({ db, writing }: Connection): GroupKeeping {
  const put = db.prepare(`
    INSERT INTO enrolled_group (platform, id, name, department, members, by_person, at) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (platform, id) DO UPDATE SET name = excluded.name, department = excluded.department, members = excluded.members,
      by_person = excluded.by_person, at = excluded.at, moved_to = NULL`);
  const remove = db.prepare('DELETE FROM enrolled_group WHERE platform = ? AND id = ?');
  const all = db.prepare<[], GroupRow>('SELECT * FROM enrolled_group ORDER BY platform, id');
  const copyEnrolled = db.prepare(`
    INSERT INTO enrolled_group (platform, id, name, department, members, by_person, at)
    SELECT platform, @id, name, department, members, by_person, at FROM enrolled_group WHERE platform = @platform AND id = @was
    ON CONFLICT (platform, id) DO NOTHING`);
  const point = db.prepare('UPDATE enrolled_group SET moved_to = @id WHERE platform = @platform AND (id = @was OR moved_to = @was)');
  const copyName = db.prepare(`
    INSERT INTO chat_group (platform, id, name) SELECT platform, @id, name FROM chat_group WHERE platform = @platform AND id = @was
    ON CONFLICT (platform, id) DO NOTHING`);
  const redirect = db.prepare(`
    UPDATE outgoing SET to_id = @id WHERE to_platform = @platform AND to_target = 'group' AND to_id = @was AND ended_at IS NULL`);
  const redirectParts = db.prepare(`
    UPDATE outgoing_part SET target_id = @id
    WHERE platform = @platform AND target = 'group' AND target_id = @was AND state <> 'sent'`);

  const enrol = writing(({ platform, id, name, department, members, by, at }: EnrolledGroup): void => {
    put.run(platform, id, name, department, JSON.stringify(members), by, at);
  });
  const leave = writing((platform: string, id: string): boolean => remove.run(platform, id).changes === 1);
  const rename = writing((platform: string, was: string, id: string): void => {
    if (was === id) return;
    for (const step of [copyEnrolled, point, copyName, redirect, redirectParts]) step.run({ platform, was, id });
  });

  return {
    async enrol(group) {
      enrol(group);
    },
    async leave(platform, id) {
      return leave(platform, id);
    },
    async enrolledGroups() {
      return all.all().map(groupOf);
    },
    async renameGroup(platform, was, id) {
      rename(platform, was, id);
    },
  };
}

function bindingKeeping({ db, writing }: Connection): BindingKeeping {
  const putCode = db.prepare(`
    INSERT INTO bind_code (person, hash, expires_at) VALUES (?, ?, ?)
    ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at`);
  const takeCode = db
    .prepare<[string, Instant], string>('DELETE FROM bind_code WHERE hash = ? AND expires_at > ? RETURNING person')
    .pluck();
  const bind = db.prepare(`
    INSERT INTO binding (platform, account, person, at) VALUES (?, ?, ?, ?)
    ON CONFLICT (platform, account) DO UPDATE SET person = excluded.person, at = excluded.at`);
  const all = db.prepare<[], Binding>('SELECT platform, account, person, at FROM binding ORDER BY at, platform, account');
  const remove = db.prepare('DELETE FROM binding WHERE platform = ? AND account = ?');

  const addCode = writing((hash: string, person: string, expiresAt: Instant): void => {
    putCode.run(person, hash, expiresAt);
  });
  const useCode = writing((hash: string, { platform, account }: Pick<Binding, 'platform' | 'account'>, at: Instant): string | null => {
    const person = takeCode.get(hash, at);
    if (person === undefined) return null;
    bind.run(platform, account, person, at);
    return person;
  });
  const unbind = writing((platform: string, account: string): boolean => remove.run(platform, account).changes === 1);

  return {
    async addBindCode(hash, person, expiresAt) {
      addCode(hash, person, expiresAt);
    },
    async useBindCode(hash, account, at) {
      return useCode(hash, account, at);
    },
    async bindings() {
      return all.all();
    },
    async unbind(platform, account) {
      return unbind(platform, account);
    },
  };
}

function groupOf({ platform, id, name, department, members, by_person: by, at, moved_to: movedTo }: GroupRow): EnrolledGroup {
  const group = { platform, id, name, department, members: JSON.parse(members) as readonly string[], by, at };
  return movedTo === null ? group : { ...group, movedTo };
}
