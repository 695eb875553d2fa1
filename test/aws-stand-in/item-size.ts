export * from '../../scripts/aws-stand-in/item-size.ts'
