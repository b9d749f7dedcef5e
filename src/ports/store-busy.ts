/** Another process locked the database for longer than a person waits. Nothing was saved. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  constructor(options?: ErrorOptions) {
    super(
      'Another program has locked the database. Stop it (a backup, for example), and start again.',
      options,
    );
  }
}
