import type { YamlSource } from './yaml-source.ts';

/** Reads YAML as `parseYaml` does; the YAML library is loaded only where the text is not known already. */
export type ReadYaml = (text: string, path: string) => Promise<YamlSource>;

/** Reads YAML that is not known already. */
export const readYaml: ReadYaml = async (text, path) =>
  (await import('./yaml-source.ts')).parseYaml(text, path);
