export * from '../../scripts/aws-stand-in/send-outcome.ts'
