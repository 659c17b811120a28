/** A labelled scenario with its look-ups: messages with their labels, tasks with their messages, who is in which group. */
import type { Instant } from '../../src/model/instant.ts';
import type { Label } from '../../src/model/label.ts';
import type { Gold, GoldDeadline, GoldDirective, GoldPerson } from './gold.ts';

export interface LabelledMessage {
  readonly id: string;
  readonly group: string;
  readonly sentAt: Instant;
  /** The hour on the sender's clock, 0 to 23. */
  readonly localHour: number;
  readonly sender: string;
  readonly text: string;
  readonly label: Label;
  /** Ids of the tasks that it asks for, changes or is a part of. */
  readonly tasks: readonly string[];
  /** The task that it answers. */
  readonly answers: string | null;
}

export interface TaskChange {
  readonly sentAt: Instant;
  readonly change: GoldDirective['history'][number]['change'];
  readonly deadline: GoldDeadline | null;
}

export interface Task extends Omit<GoldDirective, 'firstSeen' | 'sources' | 'history'> {
  readonly firstSeen: LabelledMessage;
  readonly sources: readonly LabelledMessage[];
  readonly history: readonly TaskChange[];
}

export interface Scenario {
  readonly name: string;
  readonly timezone: string;
  /** The readers on whom digests are judged. */
  readonly cadres: readonly GoldPerson[];
  /** By id, in the order of the chat. */
  readonly messages: ReadonlyMap<string, LabelledMessage>;
  readonly tasks: readonly Task[];
  /** Group → person ids. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
}

export function scenarioOf({ name, roster, chat, labels, directives }: Gold): Scenario {
  const labelOf = new Map(labels.map((label) => [label.id, label]));
  const messages = new Map<string, LabelledMessage>();
  for (const { sentAt, sender, ...message } of chat) {
    const { label = 'other', directive = null, directives: several, answers = null } = labelOf.get(message.id) ?? {};
    const tasks = several ?? (directive === null ? [] : [directive]);
    const sent = { sentAt: sentAt.at, localHour: sentAt.localHour, sender: sender.id };
    messages.set(message.id, { ...message, ...sent, label, tasks, answers });
  }
  return {
    name,
    timezone: roster.timezone,
    cadres: roster.people.filter(({ roles }) => roles.includes('cadre')),
    messages,
    tasks: directives.map((directive) => taskOf(directive, messages)),
    members: new Map(roster.groups.map((group) => [group.id, new Set(group.members)])),
  };
}

function taskOf(directive: GoldDirective, messages: ReadonlyMap<string, LabelledMessage>): Task {
  const find = (id: string): LabelledMessage => {
    const message = messages.get(id);
    if (message === undefined) throw new Error(`${directive.id} names message ${id}, which is not in the chat`);
    return message;
  };
  return {
    ...directive,
    firstSeen: find(directive.firstSeen),
    sources: directive.sources.map(find),
    history: directive.history.map(({ message, change, deadline }) => ({ sentAt: find(message).sentAt, change, deadline })),
  };
}

export function isMember(scenario: Scenario, person: string, group: string): boolean {
  return scenario.members.get(group)?.has(person) ?? false;
}
