import { existsSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { writeText } from '../../diagnostic/write-text.ts';

/** A form that a record is written in. */
export type RecordFormat = 'markdown' | 'json';

/** Gives the form that a file's name asks for, or undefined where it asks for neither. */
export function recordFormatOf(file: string): RecordFormat | undefined {
  const extension = extname(file).toLowerCase();
  if (extension === '.json') return 'json';
  return extension === '.md' || extension === '.markdown' ? 'markdown' : undefined;
}

/** Writes records relative to a folder. */
export interface RecordWriter {
  /** Writes to the file that was named. */
  write: (file: string, text: string) => string;
  /** Writes beside what is there, under a name not taken yet, and gives the name. */
  writeNew: (workflow: string, format: RecordFormat, text: string) => string;
}

/** Opens a folder for records; a file that was named is replaced, others never. */
export function openRecordWriter(folder: string): RecordWriter {
  return {
    write: (file, text) => {
      writeText(resolve(folder, file), text);
      return file;
    },
    writeNew: (workflow, format, text) => {
      const extension = format === 'json' ? 'json' : 'md';
      let path = join(folder, `waymark-${basename(workflow)}.${extension}`);
      for (let number = 2; existsSync(path); number += 1)
        path = join(folder, `waymark-${basename(workflow)}-${number}.${extension}`);
      writeText(path, text);
      return basename(path);
    },
  };
}
