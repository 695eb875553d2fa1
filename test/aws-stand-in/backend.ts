export * from '../../scripts/aws-stand-in/backend.ts'
