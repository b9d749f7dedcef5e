import { directoryOf } from '../../../src/domain/directory/directory';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { digestOf } from '../../../src/features/requests/request-digest';
import { aRequest } from '../../support/api-client';
import { aWorld } from '../../support/site';
import { Services } from './desk';

describe('A repeated request', () => {
  const reasons = { ...DEFAULT_POLICY.reasons, 'cold-chain': 'Cold chain' };
  const worldWith = (policy: typeof DEFAULT_POLICY, groups = aWorld().directory.groups) => ({
    policies: { at: () => policy, all: [policy] },
    directory: directoryOf(groups, aWorld().directory.people),
  });

  it('is answered with its case whatever has changed since: its reason and its group no longer exist', async () => {
    const services = new Services();
    const body = aRequest({ reason: 'cold-chain' });
    services.context = worldWith({ ...DEFAULT_POLICY, reasons });
    expect(await services.submit(body, 'one')).toMatchObject({ ok: true, created: true });
    services.context = worldWith(
      DEFAULT_POLICY,
      aWorld().directory.groups.filter(({ msc }) => msc !== 'aviation'),
    );
    const reordered = Object.fromEntries(Object.entries(body).toReversed());
    for (const again of [body, reordered])
      expect(await services.submit(again, 'one')).toMatchObject({
        ok: true,
        created: false,
        case: { number: 'CS0000001' },
      });
    const other = await services.submit({ ...body, description: 'Something else' }, 'one');
    expect(other).toMatchObject({ ok: false, problem: { status: 409 } });
    expect(services.saved).toEqual(['CS0000001']);
  });

  it('is recognized by its digest, which is stored in its case without any of its text', async () => {
    const services = new Services();
    await services.submit(aRequest(), 'one');
    const [opened] = (await services.cases.get('CS0000001'))?.state.timeline ?? [];
    expect(opened).toMatchObject({ kind: 'opened', requestDigest: digestOf(aRequest()) });
    expect(digestOf(aRequest())).toMatch(/^[0-9a-f]{64}$/);
  });
});
