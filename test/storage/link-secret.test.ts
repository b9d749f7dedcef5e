import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { signedLinks } from '../../src/web/signed-links';
import { linkSecrets } from '../../src/storage/link-secret';
import { openEngine } from '../../src/storage/open-engine';
import type { Engine, RecordKind } from '../../src/storage/store';
import { removeDir, tempDir } from './temp-dir';

const CLAIM = { kind: 'satisfaction', id: '00000042', until: 9 };
const REVOCATION = { by: 'officer', at: 5 };

let dir: string;
let engine: Engine;
beforeEach(async () => {
  dir = tempDir();
  engine = await openEngine({ dataDir: dir });
});
afterEach(async () => {
  await engine.close();
  removeDir(dir);
});

/** An instance on the store, as each starts. */
const instance = async () => {
  const secrets = await linkSecrets(engine);
  return { secrets, links: signedLinks(() => secrets.keys()) };
};

it("The link secret is made once for a store: simultaneous instances and later starts read each other's links (CL-7)", async () => {
  const both = await Promise.all([instance(), instance()]);
  const tokens = await Promise.all(both.map(({ links }) => links.sign(CLAIM)));
  await engine.close();
  engine = await openEngine({ dataDir: dir });
  const later = await (await instance()).links.sign(CLAIM);
  expect(new Set([...tokens, later]).size).toBe(1);
});

it('The link secret has 256 bits, and does not reveal itself', async () => {
  const { current } = await (await instance()).secrets.keys();
  expect((current as KeyObject).symmetricKeySize).toBe(32);
  expect(JSON.stringify(current)).toBe('{}');
});

it('The link secret changes after a revocation, on every instance from that moment, without a restart (CL-7)', async () => {
  const [here, there] = await Promise.all([instance(), instance()]);
  const before = await there.links.sign(CLAIM);
  expect(await here.links.read(before, CLAIM.kind, 0)).toMatchObject({ ok: true });
  expect(await there.secrets.lastRevoked()).toBeUndefined();
  await here.secrets.revoke(REVOCATION, 'turn-1');
  expect(await there.links.read(before, CLAIM.kind, 0)).toEqual({ ok: false, why: 'revoked' });
  const after = await there.links.sign(CLAIM);
  expect(await here.links.read(after, CLAIM.kind, 0)).toMatchObject({ ok: true });
  expect(await there.secrets.lastRevoked()).toEqual(REVOCATION);
});

it('The link secret is replaced once for a confirmation that comes twice or at two instances', async () => {
  const [here, there] = await Promise.all([instance(), instance()]);
  await Promise.all([here.secrets.revoke(REVOCATION, 'turn-1'), there.secrets.revoke(REVOCATION, 'turn-1')]);
  expect((await here.secrets.keys()).former).toHaveLength(1);
  await here.secrets.revoke({ ...REVOCATION, at: 6 }, 'turn-2');
  expect((await there.secrets.keys()).former).toHaveLength(2);
});

it('The link secret keeps only the latest few of its predecessors', async () => {
  const { secrets, links } = await instance();
  const first = await links.sign(CLAIM);
  for (let nth = 1; nth <= 10; nth += 1) await secrets.revoke(REVOCATION, `turn-${nth}`);
  expect(await links.read(first, CLAIM.kind, 0)).toEqual({ ok: false, why: 'revoked' });
  await secrets.revoke(REVOCATION, 'turn-11');
  expect(await links.read(first, CLAIM.kind, 0)).toEqual({ ok: false, why: 'not-ours' });
  expect((await secrets.keys()).former).toHaveLength(10);
});

it("The link secret of an earlier version's store stays valid, and its links are read (CL-7)", async () => {
  const kind: RecordKind<unknown> = { name: 'linkSecret', fields: {}, indexes: [], indexed: () => ({}) };
  const secret = '07'.repeat(32);
  await (await engine.store(kind)).insert('this-store', { secret });
  const key = createSecretKey(Buffer.from(secret, 'hex'));
  const before = signedLinks(() => Promise.resolve({ current: key, former: [] }));
  const token = await before.sign(CLAIM);
  expect(await (await instance()).links.read(token, CLAIM.kind, 0)).toMatchObject({ ok: true });
});
