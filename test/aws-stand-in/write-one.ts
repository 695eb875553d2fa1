export * from '../../scripts/aws-stand-in/write-one.ts'
