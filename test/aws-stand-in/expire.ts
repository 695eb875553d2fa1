export * from '../../scripts/aws-stand-in/expire.ts'
