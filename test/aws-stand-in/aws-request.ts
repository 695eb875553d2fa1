export * from '../../scripts/aws-stand-in/aws-request.ts'
