/** What is wrong with the corpus, and where: a file below the data folder and a line of it (0 = the file as a whole). */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

export function problem(file: string, line: number, says: string): Problem {
  return { file, line, says };
}

export function tell({ file, line, says }: Problem): string {
  return line === 0 ? `${file}: ${says}` : `${file}:${line}: ${says}`;
}
