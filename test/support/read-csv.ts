/** Reads a file as RFC 4180 says, character by character; throws where it is not so written. The fact at its head is taken off. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))}`);
  };
  const quoted = (): string => {
    let cell = '';
    for (at += 1; at < text.length; at += 1) {
      if (text[at] !== '"') cell += text.charAt(at);
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else {
        at += 1;
        return cell;
      }
    }
    return fail('a quote that never ends');
  };
  const bare = (): string => {
    const from = at;
    while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
      if (text[at] === '"' || text[at] === '\n') fail('a bare quote or line feed');
      at += 1;
    }
    return text.slice(from, at);
  };
  while (at < text.length) {
    record.push(text[at] === '"' ? quoted() : bare());
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) fail('no line end');
      // A comma before the line end begins an empty cell.
      if (text[at] === '\r') record.push('');
      else continue;
    }
    if (text.slice(at, at + 2) !== '\r\n') fail('no line end');
    at += 2;
    records.push(record);
    record = [];
  }
  return records;
}

/** The records under their head, each by the names of the columns. */
export function rowsOfCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...records] = readCsv(text);
  return records.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${cells.length} cells under ${head.length} names`);
    return Object.fromEntries(head.map((name, index) => [name, cells[index] ?? '']));
  });
}
