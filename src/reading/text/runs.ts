/** The words of a text in runs of up to three characters: what models learn from. Numbers and names are those of one chat, so they are all alike. */

const LONGEST_RUN = 3;
const MENTION = /@[^\s@,:;!]{1,24}/gu;

export function plainWords(text: string): string {
  return text.toLowerCase().replaceAll(MENTION, '@').replaceAll(/\d+/gu, '0').replaceAll(/\s+/gu, ' ');
}

/** Each once; the beginning and the end are marked. */
export function runsIn(text: string): readonly string[] {
  // By whole characters: half of one is none, and no file of a model may hold it.
  const whole = [...`^${text}$`];
  const runs = new Set<string>();
  for (let start = 0; start < whole.length; start++) {
    let run = '';
    for (let size = 0; size < LONGEST_RUN && start + size < whole.length; size++) {
      run += whole[start + size] ?? '';
      runs.add(run);
    }
  }
  return [...runs];
}
