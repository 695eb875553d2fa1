export * from '../../scripts/aws-stand-in/service.ts'
