export * from '../../scripts/aws-stand-in/stored-item.ts'
