export * from '../scripts/aws-stand-in/testbed.ts'
