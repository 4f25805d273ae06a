export type Sources = Readonly<Record<string, Readonly<Record<string, string>>>>;
export function compile(sources: Sources): Promise<string>;
export function read(json: string): Readonly<Record<string, string>>;
export function sources(): Sources;
export const target: string;
