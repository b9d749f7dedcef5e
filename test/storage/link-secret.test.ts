import { signedLinks } from '../../src/links/signed-links';
import { linkSecretOf } from '../../src/storage/link-secret';
import { openEngine } from '../../src/storage/open-engine';
import { removeDir, tempDir } from './temp-dir';

const CLAIM = { kind: 'satisfaction', id: '00000042', until: 9 };

it('is made once for a store: instances that start at once, and later starts, read each other’s links (CL-7)', async () => {
  const dir = tempDir();
  const engine = await openEngine({ dataDir: dir });
  const both = await Promise.all([linkSecretOf(engine), linkSecretOf(engine)]);
  await engine.close();
  const again = await openEngine({ dataDir: dir });
  const later = await linkSecretOf(again);
  await again.close();
  removeDir(dir);
  expect(new Set([...both, later].map((secret) => signedLinks(secret).sign(CLAIM))).size).toBe(1);
});

it('is of 256 bits, and does not show itself', async () => {
  const dir = tempDir();
  const engine = await openEngine({ dataDir: dir });
  const secret = await linkSecretOf(engine);
  await engine.close();
  removeDir(dir);
  expect(secret.symmetricKeySize).toBe(32);
  expect(JSON.stringify(secret)).toBe('{}');
});
