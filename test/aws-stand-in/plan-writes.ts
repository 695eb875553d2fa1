export * from '../../scripts/aws-stand-in/plan-writes.ts'
