import { distributionDrawing } from '../../src/charts/distribution-drawing';
import { picturesBy } from '../../src/charts/draw-pictures';
import type { Pixels } from '../../src/charts/png';
import { rasterise } from '../../src/charts/rasterise';
import { trendDrawing } from '../../src/charts/trend-drawing';
import type { Log } from '../../src/ports/log';

const told: { readonly fields: object; readonly message: string }[] = [];
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (fields, message) => void told.push({ fields, message }),
};
const MONTHS = ['Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct'];
const trend = trendDrawing({
  goalPercent: 85,
  points: MONTHS.map((label, place) => {
    const percent = 70 + ((place * 7.3) % 30);
    return { label, group: place < 2 ? '2025' : '2026', percent, met: percent >= 85, said: '81.2%' };
  }),
});
const distribution = distributionDrawing({
  goalDays: 8,
  bars: Array.from({ length: 17 }, (_, place) => ({
    label: place === 16 ? '17+' : String(place + 1),
    count: (place * 37) % 101,
    within: place < 8,
  })),
});
/** Longer than any machine takes, so that what is drawn does not depend on how busy it is. */
const PATIENCE_MS = 60_000;
/** What both pictures may take of a card's 27 KB. */
const ROOM = 11_000;

beforeEach(() => {
  told.length = 0;
});
afterEach(() => {
  jest.useRealTimers();
});

describe('Pictures', () => {
  it('are PNGs in a data URI at one and a half times the drawn size, and two leave room in a card (ME-6)', async () => {
    const drawn = await Promise.all(
      [trend, distribution].map((drawing) => picturesBy(rasterise, log, PATIENCE_MS).draw(drawing)),
    );
    for (const url of drawn) {
      expect(url).toMatch(/^data:image\/png;base64,[A-Za-z0-9+/]+=*$/u);
      const png = Buffer.from(url!.slice(url!.indexOf(',') + 1), 'base64');
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([trend.width * 1.5, trend.height * 1.5]);
    }
    expect(drawn.join('').length).toBeLessThan(ROOM);
    expect(told).toEqual([]);
  });

  it('show letters in the font included in the project', async () => {
    const { rgba } = await rasterise(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" font-family="Public Sans" font-size="11"><text x="2" y="14">Nov</text></svg>`,
    );
    expect(rgba.some((part) => part !== 0)).toBe(true);
  });

  it('are left out if the rasterizer fails, which is logged with a reference', async () => {
    const broken = picturesBy(() => Promise.reject(new Error('No such part')), log);
    expect(await broken.draw(trend)).toBeUndefined();
    expect(told).toEqual([
      {
        fields: { reference: expect.stringMatching(/^[2-9A-Z]{4}$/u), err: expect.any(Error) },
        message: 'A picture could not be drawn',
      },
    ]);
  });

  it('are waited for no longer than a second', async () => {
    jest.useFakeTimers();
    const stuck = picturesBy(() => new Promise<Pixels>(() => undefined), log);
    const drawn = stuck.draw(trend);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await drawn).toBeUndefined();
    expect(told).toHaveLength(1);
  });
});
