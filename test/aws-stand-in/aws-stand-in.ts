export * from '../../scripts/aws-stand-in/aws-stand-in.ts'
