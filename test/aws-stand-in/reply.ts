export * from '../../scripts/aws-stand-in/reply.ts'
