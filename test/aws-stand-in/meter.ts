export * from '../../scripts/aws-stand-in/meter.ts'
