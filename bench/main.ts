import { benchBusinessTime } from './business-time';
import { printRows } from './statistics';
import { benchTurns } from './turns';

async function main(): Promise<void> {
  printRows('Business time', benchBusinessTime());
  printRows('Turns', await benchTurns());
}

void main();
