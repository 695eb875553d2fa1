export * from '../../scripts/aws-stand-in/promised.ts'
