import type { Policy } from './policy';

/** What a customer is advised of before a case is made (rule CA-4, DLAM 3000.05 E3 4, E4 3.c). A site adds its own. */
export const SELF_HELP = [
  {
    title: 'FedMall',
    url: 'https://www.fedmall.mil',
    text: "The Federal Government's e-commerce online shopping system: order, track an order, or submit a Supply Assistance Request.",
  },
  {
    title: 'DLA customer support',
    url: 'https://www.dla.mil/Customer-Support/',
    text: 'DLA self-help resources, handbooks, and contacts by supply chain.',
  },
] as const satisfies Policy['selfHelp'];
