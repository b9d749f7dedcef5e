import { unzipSync, strFromU8 } from 'fflate';
import { resolvePlaceholders, zipOf } from '../../../scripts/app-package';

describe('placeholders', () => {
  it('are replaced by their values, with blanks or without, as often as they stand there', () => {
    expect(resolvePlaceholders('{"a":"${{A}}-${{ B }}","b":"${{A}}"}', { A: '1', B: '2' })).toEqual({
      ok: true,
      text: '{"a":"1-2","b":"1"}',
    });
  });

  it('that have no value, or an empty one, are named, each once and all of them', () => {
    expect(resolvePlaceholders('${{A}} ${{B}} ${{C}} ${{B}}', { A: '1', C: '' })).toEqual({
      ok: false,
      missing: ['B', 'C'],
    });
  });

  it('take any value without breaking out of the JSON string', () => {
    const hostile = 'a"b\\c\n$& ${{A}}';
    const resolved = resolvePlaceholders('{"a":"${{A}}"}', { A: hostile });
    expect(resolved.ok && JSON.parse(resolved.text)).toEqual({ a: hostile });
  });
});

describe('the zip', () => {
  const files = { 'manifest.json': Buffer.from('{}'), 'color.png': Buffer.from([1, 2, 3]) };

  it('holds each file at its top', () => {
    const back = unzipSync(zipOf(files));
    expect(Object.keys(back)).toEqual(['manifest.json', 'color.png']);
    expect(strFromU8(back['manifest.json']!)).toBe('{}');
    expect([...back['color.png']!]).toEqual([1, 2, 3]);
  });

  it('is the same for the same files', () => {
    expect(Buffer.from(zipOf(files)).equals(Buffer.from(zipOf(files)))).toBe(true);
  });
});
