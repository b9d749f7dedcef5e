import { aRequest, ApiClient, errorsOf } from '../../support/api-client';
import type { EngineUnderTest } from '../../storage/engine-under-test';
import { actionsOf, textOf } from '../seen-card';
import { chatOf, CHANNEL_OF, startTown } from '../town';
import type { Town } from '../town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const KEY = /ck-[0-9a-f]{16}-[0-9a-f]{64}/;

let town: Town;
const urlOf = (): string => `http://127.0.0.1:${town.app.server.port}`;
const lastText = async (where: string): Promise<string> =>
  textOf((await town.standing(where)).at(-1)?.card ?? {});

/** A system with a key, as the program office makes it in chat. */
async function aSystem(name: string): Promise<ApiClient> {
  const cards = await town.say('901', `new api key ${name}`);
  const [key] = KEY.exec(textOf(cards.at(-1)?.card ?? {})) ?? [];
  if (key === undefined) throw new Error('No key was shown');
  return new ApiClient(urlOf(), key);
}

/** Requests of customers' systems, from the key to the gatekeeper's claim, on the engine that is given. */
export function requestsOfSystems(name: string, engine: EngineUnderTest): void {
  describe(`A request from a customer's system on ${name}`, () => {
    let depot: ApiClient;
    beforeEach(async () => {
      town = await startTown(START, engine);
      depot = await aSystem('depot');
    });
    afterEach(async () => {
      await town.end();
    });

    it("opens a case that is posted in its Level 2 group's channel and claimed there (CA-1, CA-9, AS-1)", async () => {
      const made = await depot.submit(aRequest());
      expect(made).toMatchObject({
        status: 201,
        body: { number: 'CS0000001', state: 'new', receivedAt: '2026-10-06T14:00:00.000Z', similar: [] },
      });
      expect(made.headers.get('location')).toBe('/api/cases/CS0000001');
      expect(made.headers.get('content-type')).toContain('application/json');
      const arrived = (await town.standing(CHANNEL_OF['L2-AVN'])).at(-1);
      if (arrived === undefined) throw new Error('No card came to the channel');
      expect(textOf(arrived.card)).toContain('CS0000001');
      expect(actionsOf(arrived.card).map(({ title }) => title)).toContain('Claim');
      const shown = textOf((await town.say('202', 'CS0000001')).at(-1)?.card ?? {});
      expect(shown).toContain("Submitted by the customer's system");
      expect(shown).toContain('the system depot');
      expect(shown).toContain("Customer's system");
      expect(shown).toContain('Interim response');
      await town.press('202', arrived, 'Claim');
      expect((await depot.show('CS0000001')).body).toMatchObject({ state: 'in-progress' });
      expect(town.faults).toEqual([]);
    });

    it('starts the assignment clock of two business days on arrival (AS-2, CK-11)', async () => {
      await depot.submit(aRequest());
      const before = (await town.standing(CHANNEL_OF['L2-AVN'])).length;
      town.now = START + 2 * 86_400_000 + 1;
      await town.beat();
      const said = (await town.standing(CHANNEL_OF['L2-AVN'])).slice(before).map(({ card }) => textOf(card));
      expect(said.join()).toMatch(/Assignment/);
      expect(await lastText(chatOf('401'))).toContain('CS0000001');
    });

    it('makes one case when it comes twenty times at once with one key, and once more later (CA-1)', async () => {
      const sent = await Promise.all(Array.from({ length: 20 }, () => depot.submit(aRequest(), 'order-7')));
      const again = await depot.submit({ ...aRequest(), nsn: '5331-00-618-5361' }, 'order-7');
      expect(sent.filter(({ status }) => status === 201)).toHaveLength(1);
      expect([...sent, again].filter(({ status }) => status === 200)).toHaveLength(20);
      const [first] = sent;
      for (const { body, headers } of [...sent, again]) {
        expect(body).toEqual(first?.body);
        expect(headers.get('location')).toBe(`/api/cases/${String(first?.body.number)}`);
      }
      const found = textOf((await town.say('202', 'queue L2-AVN')).at(-1)?.card ?? {});
      expect(found.match(/CS\d{7}/g)).toEqual([first?.body.number]);
    });

    it('is refused if another one used its key, valid or not, while another system has its own keys', async () => {
      await depot.submit(aRequest(), 'one');
      for (const other of [{ description: 'Something else.' }, { account: 'x' }, { ipd: 3 }]) {
        const refused = await depot.submit(aRequest(other), 'one');
        expect(refused.status).toBe(409);
        expect(refused.body.type).toBe('urn:problem-type:casekeeper:idempotency-key-reused');
      }
      const yard = await aSystem('yard');
      expect((await yard.submit(aRequest({ pr: undefined, nsn: undefined }), 'one')).status).toBe(201);
    });

    it('shows its system only its own similar open cases, and shows the staff all of them (CA-3)', async () => {
      const yard = await aSystem('yard');
      const one = await depot.submit(aRequest());
      const other = await yard.submit(aRequest({ pr: '7001234568' }));
      expect(other.body.similar).toEqual([]);
      const third = await depot.submit(aRequest({ pr: '7001234569' }), 'three');
      expect(third.status).toBe(201);
      expect(third.body.similar).toEqual([one.body.number]);
      expect((await depot.submit(aRequest({ pr: '7001234569' }), 'three')).body).toEqual(third.body);
      const shown = textOf((await town.say('202', third.body.number as string)).at(-1)?.card ?? {});
      expect(shown).toContain(`Related to ${String(one.body.number)}, ${String(other.body.number)}`);
    });

    it("can't use the PR of another open case, and only that case's own system sees its number (ES-6)", async () => {
      const yard = await aSystem('yard');
      const made = await depot.submit(aRequest());
      const own = await depot.submit(aRequest({ description: 'Again.' }));
      const foreign = await yard.submit(aRequest());
      for (const refused of [own, foreign]) {
        expect(refused.status).toBe(409);
        expect(refused.body.type).toBe('urn:problem-type:casekeeper:pr-already-open');
        expect(Object.keys(errorsOf(refused))).toEqual(['#/pr']);
      }
      expect(own.body.case).toBe(made.body.number);
      expect(JSON.stringify(foreign.body)).not.toMatch(/CS\d/);
    });

    it('wins alone if two requests submit the same PR at once (ES-6)', async () => {
      const answers = await Promise.all([depot.submit(aRequest(), 'a'), depot.submit(aRequest(), 'b')]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('lets a system see only its own cases', async () => {
      const yard = await aSystem('yard');
      const made = await depot.submit(aRequest());
      expect(await depot.show(made.body.number as string)).toMatchObject({ status: 200, body: made.body });
      for (const number of [
        made.body.number as string,
        'CS9999999',
        'CS0000001%00',
        '%24%7Bx%7D',
        'x'.repeat(200),
      ]) {
        const { status, body } = await yard.show(number);
        expect({ status, type: body.type }).toEqual({
          status: 404,
          type: 'urn:problem-type:casekeeper:not-found',
        });
      }
    });

    it('is refused as soon as its key is revoked, whatever was submitted with it', async () => {
      await depot.submit(aRequest(), 'one');
      const form = (await town.say('901', 'revoke api key depot')).at(-1);
      if (form === undefined) throw new Error('No form came');
      await town.press('901', form, 'Revoke');
      for (const refused of [await depot.submit(aRequest(), 'one'), await depot.show('CS0000001')]) {
        expect(refused.status).toBe(401);
        expect(refused.headers.get('www-authenticate')).toBe('Bearer');
      }
      const anew = await aSystem('depot');
      expect((await anew.submit(aRequest(), 'one')).body.number).toBe('CS0000001');
    });

    it('keeps merely odd text exactly, and shows it to staff as text (AC-1)', async () => {
      const odd = '<at>everyone</at> ${secret} {{x}} \u202edlrow 😀 [a](http://x) **b**';
      const made = await depot.submit(
        aRequest({ description: odd, contact: { name: odd, phone: '+1 804 555 0100' } }),
      );
      expect(made.status).toBe(201);
      const shown = (await town.say('202', made.body.number as string)).at(-1)?.card ?? {};
      expect(JSON.stringify(shown)).not.toContain('<at>everyone');
      expect(textOf(shown)).toContain('${secret}');
      expect(JSON.stringify(shown['msteams'] ?? {})).not.toContain('everyone');
      expect(town.faults).toEqual([]);
    });
  });
}
