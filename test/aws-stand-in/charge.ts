export * from '../../scripts/aws-stand-in/charge.ts'
