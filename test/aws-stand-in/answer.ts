export * from '../../scripts/aws-stand-in/answer.ts'
