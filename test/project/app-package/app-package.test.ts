import { unzipSync, strFromU8 } from 'fflate';
import { resolvePlaceholders, zipOf } from '../../../scripts/app-package';

describe('Placeholders in the manifest', () => {
  it('are replaced by their values, with or without spaces, wherever they occur', () => {
    expect(resolvePlaceholders('{"a":"${{A}}-${{ B }}","b":"${{A}}"}', { A: '1', B: '2' })).toEqual({
      ok: true,
      text: '{"a":"1-2","b":"1"}',
    });
  });

  it('without a value or with an empty one are all named, each once', () => {
    expect(resolvePlaceholders('${{A}} ${{B}} ${{C}} ${{B}}', { A: '1', C: '' })).toEqual({
      ok: false,
      missing: ['B', 'C'],
    });
  });

  it('accept any value without breaking out of the JSON string', () => {
    const hostile = 'a"b\\c\n$& ${{A}}';
    const resolved = resolvePlaceholders('{"a":"${{A}}"}', { A: hostile });
    expect(resolved.ok && JSON.parse(resolved.text)).toEqual({ a: hostile });
  });
});

describe('The zip file', () => {
  const files = { 'manifest.json': Buffer.from('{}'), 'color.png': Buffer.from([1, 2, 3]) };

  it('has each file at its top level', () => {
    const back = unzipSync(zipOf(files));
    expect(Object.keys(back)).toEqual(['manifest.json', 'color.png']);
    expect(strFromU8(back['manifest.json']!)).toBe('{}');
    expect([...back['color.png']!]).toEqual([1, 2, 3]);
  });

  it('is the same for the same files', () => {
    expect(Buffer.from(zipOf(files)).equals(Buffer.from(zipOf(files)))).toBe(true);
  });
});
