export * from '../../scripts/aws-stand-in/token-bucket.ts'
