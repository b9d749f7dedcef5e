import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { plainQuestion } from '../../../src/features/metrics/read-plain-question';
import { cardOf, Conversation, refusalOf } from '../../support/conversation';
import { asking } from './asked-site';

const registry = registryOf(allCommands);

describe('A plain question about metrics', () => {
  it.each([
    'how are we doing?',
    'How are we doing in distribution?',
    'how is aviation doing this quarter',
    'how’s L3-AVN doing since 1 October?',
    'how did Kim do last month?',
    'how am I doing',
    'so how was aviation performing in FY26',
    'are we meeting our goals?',
    'is troop support hitting its targets this year?',
    'what is our csat?',
    'csat last month',
    'what are the interim response times in aviation',
    'show me the crt for land and maritime',
    'can I see the metrics of aviation please',
    'aviation metrics last month',
    'how many open cases does distribution have?',
  ])('is recognized without a command: “%s” (ME-6)', (line) => {
    expect(plainQuestion(line, asking())).toEqual({ words: line });
  });

  it.each([
    'how are we doing in narnia?',
    'how is aviation doing since thanksgiving',
    'what was the csat of aviation after the big flood',
  ])('that is clearly one is answered with what was not understood: “%s”', (line) => {
    expect(plainQuestion(line, asking())).toEqual({ words: line });
  });

  it.each([
    'esclate cs12',
    'esclate the csat case',
    'how is the weather doing today',
    'how do I escalate a case',
    'what is the resolution of CS0000001',
    'csat of CS0000001',
    'how is #12 doing',
    'aviation',
    'last month',
    'kim',
    'thanks',
    'what about lunch',
    'who is the gatekeeper of aviation',
    'my casse',
    'metrcs aviation',
    'how are you',
    `csat ${'x'.repeat(300)}`,
    'x'.repeat(5_000),
  ])('is not recognized in “%s”', (line) => {
    expect(plainQuestion(line, asking())).toBeUndefined();
  });

  it('is not recognized in a line that begins with another command', async () => {
    const talk = new Conversation(registry);
    const status = cardOf(await talk.say('av2-agent', 'status of our csat'), 'form');
    expect(status.form.submit.verb).toBe('case.status');
  });

  it('is answered with the scorecard, and an unknown line with the closest commands', async () => {
    const talk = new Conversation(registry);
    const { scorecard } = cardOf(await talk.say('av2-agent', 'How are we doing in distribution?'), 'metrics');
    expect(scorecard.scope.name).toBe('Distribution');
    const near = cardOf(await talk.say('av2-agent', 'esclate cs12'), 'message');
    expect(near.buttons[0]?.verb).toBe('case.escalate');
    const unread = refusalOf(await talk.say('av2-agent', 'how are we doing in narnia'));
    expect(unread).toMatchObject({ code: 'not-understood', params: { part: 'narnia' } });
  });

  it('by a person who is not in the directory is an unknown line', async () => {
    const talk = new Conversation(registry);
    expect(cardOf(await talk.say('stranger', 'how are we doing?'), 'message').title).toContain(
      "isn't a command",
    );
  });
});
