export * from '../../scripts/aws-stand-in/write-cost.ts'
