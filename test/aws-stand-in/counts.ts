export * from '../../scripts/aws-stand-in/counts.ts'
