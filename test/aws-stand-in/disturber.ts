export * from '../../scripts/aws-stand-in/disturber.ts'
