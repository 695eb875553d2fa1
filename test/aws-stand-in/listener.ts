export * from '../../scripts/aws-stand-in/listener.ts'
