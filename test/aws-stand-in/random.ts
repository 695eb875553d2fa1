export * from '../../scripts/aws-stand-in/random.ts'
