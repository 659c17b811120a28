/** 帮助: what this person may say, one line a command. */
import { say } from '../../digest/render/words.ts';
import { COMMANDS, mayGive } from '../../policy/commands/table.ts';
import { type Handler, told } from './context.ts';

export const help: Handler = async ({ person }) => {
  const lines = COMMANDS.filter(({ name }) => mayGive(name, person.roles)).flatMap(({ name }) =>
    told.help[name] === '' ? [] : [told.help[name]],
  );
  return { blocks: [say(told.helpHead, { name: person.name }), lines.join('\n')] };
};
