import { readConfig } from '../../../src/app/config/config';

describe('PUBLIC_URL (CL-7)', () => {
  it.each([
    ['https://app.site.mil', 'https://app.site.mil'],
    ['https://app.site.mil/', 'https://app.site.mil'],
    ['https://example.mil:8443/casekeeper/', 'https://example.mil:8443/casekeeper'],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978'],
  ])('can be %s', (given, publicUrl) => {
    expect(readConfig({ PUBLIC_URL: given })).toMatchObject({ ok: true, config: { publicUrl } });
  });

  it.each([
    'http://app.site.mil',
    'app.site.mil',
    'ftp://localhost',
    'https://me:secret@app.site.mil',
    'https://app.site.mil?a=b',
    'https://app.site.mil/#a',
  ])("can't be %s, and the refusal doesn't repeat it", (given) => {
    const read = readConfig({ PUBLIC_URL: given });
    const faults = read.ok ? [] : read.faults;
    expect(faults).toEqual([expect.stringMatching(/^PUBLIC_URL must be the https address/)]);
    expect(faults.join()).not.toContain(given.replace(/^.*:\/\//, ''));
  });
});
