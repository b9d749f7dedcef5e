import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** The official schema of the manifest's version, as Microsoft's own package ships it. */
const SCHEMA_FILE =
  require.resolve('@microsoft/app-manifest/build/json-schemas/teams/v1.19/MicrosoftTeams.schema.json');

/** What is wrong with a manifest by its JSON schema: where and what; nothing when it is valid. */
export function manifestFaults(manifest: unknown): readonly string[] {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const schema: object = JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'));
  const validate = ajv.compile(schema);
  validate(manifest);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`,
  );
}
