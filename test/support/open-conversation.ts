import { registryOf } from '../../src/commands/registry';
import { allCommands } from '../../src/features/all-commands';
import { Conversation } from './conversation';

const registry = registryOf(allCommands);

/** A conversation in which every command of the product is known. */
export const openConversation = (): Conversation => new Conversation(registry);
