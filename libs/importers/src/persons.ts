const address = /^(?:frau|herrn?|hr\.|fr\.|mrs?\.?|ms\.?|dr\.|prof\.|dipl\.)[\s-]/iu;

/**
 * „Umweltamt, Frau Muster“ → „Umweltamt“. A cell that names an office may name who sits there too; persons are
 * known by how they are addressed, for a name alone is not told from that of a company.
 */
export const withoutPersons = (
  said: string,
): { readonly text: string; readonly removed: number } => {
  const parts = said.split(/(\s*[,;/|\n()]\s*)/u);
  const isPerson = (part: string) => address.test(part.trim());
  const removed = parts.filter(isPerson).length;
  if (removed === 0) return { text: said, removed };
  let text = '';
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1 || part.trim() === '' || isPerson(part)) continue;
    const before = parts[index - 1] ?? '';
    text += text === '' ? part.trim() : (/[()]/.test(before) ? ', ' : before) + part.trim();
  }
  return { text, removed };
};
