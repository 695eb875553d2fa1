export * from '../../scripts/aws-stand-in/stored-items.ts'
