export * from '../../scripts/aws-stand-in/write-batch.ts'
