/** Another process has the database locked for longer than a person waits. Nothing of the write was saved. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  constructor(options?: ErrorOptions) {
    super(
      'Another program has the database locked. End what holds it, such as a backup, and start again.',
      options,
    );
  }
}
