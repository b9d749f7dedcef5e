import { openEngine } from '../../src/storage/open-engine';
import { storeContract } from '../storage/store.contract';
import { mongoUnderTest } from './mongo-under-test';

storeContract('MongoDB', mongoUnderTest());

describe('a connection string', () => {
  it('that is none is refused without being told', async () => {
    const opening = openEngine({ mongodbUri: 'postgres://someone:secret@127.0.0.1/', dataDir: '' });
    await expect(opening).rejects.toMatchObject({ name: 'StorageFault', reason: 'bad-uri' });
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
  });

  it('that nobody answers is said plainly', async () => {
    const uri = 'mongodb://someone:secret@127.0.0.1:1/?serverSelectionTimeoutMS=200';
    const opening = openEngine({ mongodbUri: uri, dataDir: '' });
    await expect(opening).rejects.toMatchObject({ name: 'StorageFault', reason: 'unreachable' });
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
  });
});
