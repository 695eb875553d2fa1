import assert from 'node:assert/strict'
import { useLocalAws } from '../../../scripts/start/local-aws.ts'

const LOCAL = 'http://127.0.0.1:4567'

describe('local AWS environment', () => {
  it("forgets the user's own accounts, profiles and endpoints", () => {
    const env: NodeJS.ProcessEnv = {
      AWS_ACCESS_KEY_ID: 'AKIAREAL',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
      AWS_PROFILE: 'production',
      AWS_ENDPOINT_URL: 'https://elsewhere.example',
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
      AWS_WEB_IDENTITY_TOKEN_FILE: '/token',
      AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://169.254.170.2/',
      aws_region: 'eu-central-1',
      STACKTALE_TABLE: 'production-logs',
      HOME: '/home/me',
    }
    useLocalAws(env, LOCAL, '/data')
    assert.deepEqual(env, {
      AWS_ENDPOINT_URL_DYNAMODB: LOCAL,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_CONFIG_FILE: env['AWS_CONFIG_FILE'],
      AWS_SHARED_CREDENTIALS_FILE: env['AWS_SHARED_CREDENTIALS_FILE'],
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      STACKTALE_TABLE: 'stacktale',
      HOME: '/home/me',
    })
  })
})
