import { resolve } from 'node:path'

/** Where the embedded database is, as far as AWS's software is concerned. */
export const LOCAL_REGION = 'us-east-1'
export const LOCAL_TABLE = 'stacktale'

/**
 * Turns an environment into one that knows the embedded database and nothing else of AWS: whatever
 * accounts, profiles and endpoints the user has set, nothing is read from or sent to them.
 *
 * @param dataFolder where no AWS configuration files are
 */
export function useLocalAws(env: NodeJS.ProcessEnv, endpoint: string, dataFolder: string): void {
  for (const name of Object.keys(env)) {
    if (/^(?:AWS|STACKTALE)_/i.test(name)) delete env[name]
  }
  Object.assign(env, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: resolve(dataFolder, 'no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: resolve(dataFolder, 'no-aws-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    STACKTALE_TABLE: LOCAL_TABLE,
  })
}
