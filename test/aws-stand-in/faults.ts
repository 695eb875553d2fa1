export * from '../../scripts/aws-stand-in/faults.ts'
