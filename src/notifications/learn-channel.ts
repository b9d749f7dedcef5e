import type { Address } from '../ports/conversations';
import type { DirectoryRegister } from '../ports/directories';

/** A channel that the directory names by its id is reached from the first activity that comes from it. */
export async function learnChannel(
  address: Address,
  directories: Pick<DirectoryRegister, 'current' | 'bindChannel'>,
): Promise<void> {
  const conversationId = address.conversationId.replace(/;messageid=.*$/, '');
  const { serviceUrl, tenantId } = address;
  for (const { key, channel } of directories.current().groups) {
    if (channel?.conversationId !== conversationId || channel.serviceUrl === serviceUrl) continue;
    await directories.bindChannel(key, {
      conversationId,
      serviceUrl,
      ...(tenantId === undefined ? {} : { tenantId }),
    });
  }
}
