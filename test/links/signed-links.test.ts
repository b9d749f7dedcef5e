import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { signedLinks } from '../../src/links/signed-links';

const SECRET = new Uint8Array(32).fill(7);
const links = signedLinks(SECRET);
const UNTIL = Date.UTC(2026, 10, 30);
const token = links.sign({ kind: 'satisfaction', id: '00000042', until: UNTIL });

it('reads what it signed until the very instant that it says (CL-7)', () => {
  expect(links.read(token, 'satisfaction', UNTIL)).toEqual({ ok: true, id: '00000042' });
  expect(links.read(token, 'satisfaction', UNTIL + 1)).toEqual({ ok: false, why: 'expired' });
});

it('knows a token of its own also when it has expired, and for its kind alone', () => {
  expect(links.isOurs(token, 'satisfaction')).toBe(true);
  expect(links.isOurs(token, 'report')).toBe(false);
  expect(links.isOurs(`${token}x`, 'satisfaction')).toBe(false);
});

it('stands in a path as it is', () => {
  expect(encodeURIComponent(token)).toBe(token);
});

it('takes no token of one kind for another’s, nor one of another secret (CL-7)', () => {
  expect(links.read(token, 'report', 0)).toEqual({ ok: false, why: 'not-ours' });
  const others = signedLinks(new Uint8Array(32).fill(8));
  expect(others.read(token, 'satisfaction', 0)).toEqual({ ok: false, why: 'not-ours' });
});

it('does not say of a forged token that it is expired', () => {
  const [, mark] = token.split('.');
  const longer = Buffer.from(JSON.stringify(['00000042', UNTIL + 1])).toString('base64url');
  expect(links.read(`${longer}.${mark ?? ''}`, 'satisfaction', UNTIL + 9)).toEqual({
    ok: false,
    why: 'not-ours',
  });
});

it('is the same for a key object as for its bytes', () => {
  expect(signedLinks(createSecretKey(SECRET)).read(token, 'satisfaction', 0)).toMatchObject({ ok: true });
});

it('takes nothing but its own text: any other character makes it not ours (CL-7)', () => {
  const places = fc.nat({ max: token.length - 1 });
  fc.assert(
    fc.property(
      places,
      fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '.', '='),
      (place, character) => {
        fc.pre(token[place] !== character);
        const forged = token.slice(0, place) + character + token.slice(place + 1);
        expect(links.read(forged, 'satisfaction', 0)).toEqual({ ok: false, why: 'not-ours' });
      },
    ),
  );
});

it('reads whatever text it is given without a fault', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(links.read(text, 'satisfaction', 0).ok).toBe(false);
    }),
  );
  expect(links.read(`${'a'.repeat(5_000)}.${'b'.repeat(43)}`, 'satisfaction', 0).ok).toBe(false);
});
