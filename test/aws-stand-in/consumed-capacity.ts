export * from '../../scripts/aws-stand-in/consumed-capacity.ts'
