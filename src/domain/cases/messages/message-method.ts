/**
 * How a message is given to the customer: by email, or by phone where they have none. `own-mail`: the site has no mail
 * server, so whoever made the entry sent it from their own email program, and confirmed it (rule CK-1).
 */
export type MessageMethod =
  | { readonly by: 'email'; readonly to: string; readonly subject: string }
  | { readonly by: 'own-mail'; readonly to: string; readonly subject: string }
  | { readonly by: 'telephone' };
