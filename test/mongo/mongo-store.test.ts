import { openEngine } from '../../src/storage/open-engine';
import { storeContract } from '../storage/store.contract';
import { mongoUnderTest } from './mongo-under-test';

storeContract('MongoDB', mongoUnderTest());

describe('A connection string', () => {
  it("that isn't valid is refused without being repeated", async () => {
    const opening = openEngine({ mongodbUri: 'postgres://someone:secret@127.0.0.1/', dataDir: '' });
    await expect(opening).rejects.toMatchObject({ name: 'StorageFault', reason: 'bad-uri' });
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
  });

  it('that gets no answer is reported clearly', async () => {
    const uri = 'mongodb://someone:secret@127.0.0.1:1/?serverSelectionTimeoutMS=200';
    const opening = openEngine({ mongodbUri: uri, dataDir: '' });
    await expect(opening).rejects.toMatchObject({ name: 'StorageFault', reason: 'unreachable' });
    await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret') });
  });
});
