export * from '../../scripts/aws-stand-in/table-shapes.ts'
