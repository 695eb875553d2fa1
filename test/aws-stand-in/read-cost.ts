export * from '../../scripts/aws-stand-in/read-cost.ts'
