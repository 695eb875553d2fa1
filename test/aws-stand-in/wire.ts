export * from '../../scripts/aws-stand-in/wire.ts'
