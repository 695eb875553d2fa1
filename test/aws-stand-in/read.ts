export * from '../../scripts/aws-stand-in/read.ts'
