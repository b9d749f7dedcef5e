import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { signedLinks } from '../../src/web/signed-links';
import type { LinkKeys } from '../../src/ports/links';

const SECRET = new Uint8Array(32).fill(7);
const OTHER = new Uint8Array(32).fill(8);
const withKeys = (current: LinkKeys['current'], ...former: readonly Uint8Array[]) =>
  signedLinks(() => Promise.resolve({ current, former }));
const links = withKeys(SECRET);
const UNTIL = Date.UTC(2026, 10, 30);
let token: string;
beforeAll(async () => {
  token = await links.sign({ kind: 'satisfaction', id: '00000042', until: UNTIL });
});

it('A signed link is readable until the exact instant it states (CL-7)', async () => {
  expect(await links.read(token, 'satisfaction', UNTIL)).toEqual({ ok: true, id: '00000042' });
  expect(await links.read(token, 'satisfaction', UNTIL + 1)).toEqual({ ok: false, why: 'expired' });
});

it('A signed link is recognized even after it has expired, and only for its kind', async () => {
  expect(await links.isOurs(token, 'satisfaction')).toBe(true);
  expect(await links.isOurs(token, 'report')).toBe(false);
  expect(await links.isOurs(`${token}x`, 'satisfaction')).toBe(false);
});

it('A signed link needs no encoding in a path', () => {
  expect(encodeURIComponent(token)).toBe(token);
});

it('A signed link is refused for another kind and for another secret (CL-7)', async () => {
  expect(await links.read(token, 'report', 0)).toEqual({ ok: false, why: 'not-ours' });
  const others = withKeys(OTHER);
  expect(await others.read(token, 'satisfaction', 0)).toEqual({ ok: false, why: 'not-ours' });
});

it('A forged link is not reported as expired', async () => {
  const [, mark] = token.split('.');
  const longer = Buffer.from(JSON.stringify(['00000042', UNTIL + 1])).toString('base64url');
  expect(await links.read(`${longer}.${mark ?? ''}`, 'satisfaction', UNTIL + 9)).toEqual({
    ok: false,
    why: 'not-ours',
  });
});

it('A signed link is the same for a key object as for its bytes', async () => {
  expect(await withKeys(createSecretKey(SECRET)).read(token, 'satisfaction', 0)).toMatchObject({ ok: true });
});

it('A signed link is invalid if any character is changed (CL-7)', async () => {
  const places = fc.nat({ max: token.length - 1 });
  await fc.assert(
    fc.asyncProperty(
      places,
      fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '.', '='),
      async (place, character) => {
        fc.pre(token[place] !== character);
        const forged = token.slice(0, place) + character + token.slice(place + 1);
        expect(await links.read(forged, 'satisfaction', 0)).toEqual({ ok: false, why: 'not-ours' });
      },
    ),
  );
});

it('Any text can be read as a signed link without a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (text) => {
      expect((await links.read(text, 'satisfaction', 0)).ok).toBe(false);
    }),
  );
  expect((await links.read(`${'a'.repeat(5_000)}.${'b'.repeat(43)}`, 'satisfaction', 0)).ok).toBe(false);
});

describe('After all links are revoked,', () => {
  it('a link from before is reported as revoked and ours, unless it has expired (CL-7)', async () => {
    const now = withKeys(OTHER, SECRET);
    expect(await now.read(token, 'satisfaction', UNTIL)).toEqual({ ok: false, why: 'revoked' });
    expect(await now.read(token, 'satisfaction', UNTIL + 1)).toEqual({ ok: false, why: 'expired' });
    expect(await now.read(token, 'report', 0)).toEqual({ ok: false, why: 'not-ours' });
    expect(await now.isOurs(token, 'satisfaction')).toBe(true);
    const later = await now.sign({ kind: 'satisfaction', id: '00000042', until: UNTIL });
    expect(await now.read(later, 'satisfaction', 0)).toEqual({ ok: true, id: '00000042' });
  });

  it('a link signed since then by another instance with its new secret is recognized', async () => {
    let keys: LinkKeys = { current: SECRET, former: [] };
    const instance = signedLinks(() => Promise.resolve(keys));
    expect(await instance.isOurs(token, 'satisfaction')).toBe(true);
    keys = { current: OTHER, former: [SECRET] };
    const later = await withKeys(OTHER).sign({ kind: 'satisfaction', id: '1', until: UNTIL });
    expect(await instance.isOurs(later, 'satisfaction')).toBe(true);
    expect(await instance.read(later, 'satisfaction', 0)).toMatchObject({ ok: true });
    expect(await instance.read(token, 'satisfaction', 0)).toMatchObject({ why: 'revoked' });
  });

  it("the store is read once for many invalid links at a time, and not for text that isn't a link", async () => {
    let looks = 0;
    const instance = signedLinks(() => {
      looks += 1;
      return Promise.resolve({ current: SECRET, former: [] });
    });
    const junk = (nth: number) => `${'a'.repeat(nth)}.${'b'.repeat(43)}`;
    const asked = Array.from({ length: 100 }, (_, nth) => instance.isOurs(junk(nth + 1), 'satisfaction'));
    expect(new Set(await Promise.all(asked))).toEqual(new Set([false]));
    expect(looks).toBe(1);
    for (const text of ['', 'junk', 'a.b']) expect(await instance.isOurs(text, 'satisfaction')).toBe(false);
    expect(looks).toBe(1);
  });
});
