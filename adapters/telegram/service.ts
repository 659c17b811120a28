/** What a chat tells of itself: members, titles, pins. In the same words as Telegram Desktop exports them, so that both read alike. */
import { nameOf } from './content.ts';
import type { WireMessage } from './wire.ts';

/** Key of the message → what is told. */
const ACTIONS: Readonly<Record<string, string>> = {
  new_chat_members: 'invite_members',
  left_chat_member: 'remove_members',
  new_chat_title: 'edit_group_title',
  new_chat_photo: 'edit_group_photo',
  delete_chat_photo: 'delete_group_photo',
  group_chat_created: 'create_group',
  supergroup_chat_created: 'create_group',
  channel_chat_created: 'create_channel',
  migrate_to_chat_id: 'migrate_to_supergroup',
  migrate_from_chat_id: 'migrate_from_group',
  pinned_message: 'pin_message',
  forum_topic_created: 'topic_created',
  forum_topic_edited: 'topic_edit',
  forum_topic_closed: 'topic_edit',
  forum_topic_reopened: 'topic_edit',
  general_forum_topic_hidden: 'topic_edit',
  general_forum_topic_unhidden: 'topic_edit',
  message_auto_delete_timer_changed: 'set_messages_ttl',
  video_chat_scheduled: 'group_call_scheduled',
  video_chat_started: 'group_call',
  video_chat_ended: 'group_call',
  video_chat_participants_invited: 'invite_to_group_call',
  proximity_alert_triggered: 'proximity_reached',
  boost_added: 'boost_apply',
  chat_background_set: 'set_chat_wallpaper',
  chat_owner_left: 'owner_left',
  chat_owner_changed: 'owner_changed',
  users_shared: 'requested_peer',
  chat_shared: 'requested_peer',
  write_access_allowed: 'allow_sending_messages',
  connected_website: 'allow_sending_messages',
  checklist_tasks_done: 'todo_completions',
  checklist_tasks_added: 'todo_append_tasks',
  poll_option_added: 'poll_append_answer',
  poll_option_deleted: 'poll_delete_answer',
};

/** Null where somebody said something. */
export function serviceText(message: WireMessage): string | null {
  const key = Object.keys(ACTIONS).find((name) => message[name] !== undefined);
  if (key === undefined) return null;
  const who = [...(message.new_chat_members ?? []), ...(message.left_chat_member === undefined ? [] : [message.left_chat_member])];
  return [ACTIONS[key], message.new_chat_title, ...who.map(nameOf)].filter((word) => word !== undefined).join(' ');
}
