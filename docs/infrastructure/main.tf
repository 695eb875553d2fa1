terraform {
  required_version = ">= 1.5"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "table" {
  description = "The name of the table"
  type        = string
  default     = "stacktale"
}

variable "billing" {
  description = "provisioned stays within the always-free units; on-demand is paid for by the request"
  type        = string
  default     = "provisioned"

  validation {
    condition     = contains(["provisioned", "on-demand"], var.billing)
    error_message = "billing must be provisioned or on-demand."
  }
}

locals {
  is_provisioned = var.billing == "provisioned"
}

resource "aws_dynamodb_table" "stacktale" {
  name           = var.table
  billing_mode   = local.is_provisioned ? "PROVISIONED" : "PAY_PER_REQUEST"
  write_capacity = local.is_provisioned ? 13 : null
  read_capacity  = local.is_provisioned ? 12 : null
  hash_key       = "object"
  range_key      = "timestamp"

  attribute {
    name = "object"
    type = "S"
  }

  attribute {
    name = "timestamp"
    type = "N"
  }

  attribute {
    name = "prefix"
    type = "S"
  }

  global_secondary_index {
    name               = "feed"
    hash_key           = "prefix"
    range_key          = "timestamp"
    write_capacity     = local.is_provisioned ? 12 : null
    read_capacity      = local.is_provisioned ? 13 : null
    projection_type    = "INCLUDE"
    non_key_attributes = ["level", "title", "lines", "duration", "trace", "service", "expires"]
  }

  ttl {
    attribute_name = "expires"
    enabled        = true
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_iam_policy" "stacktale" {
  for_each = toset(["writer", "viewer", "eraser"])

  name   = "${var.table}-${each.key}"
  policy = templatefile("${path.module}/policies/${each.key}.json", { table_arn = aws_dynamodb_table.stacktale.arn })
}

output "table_arn" {
  value = aws_dynamodb_table.stacktale.arn
}

output "policy_arns" {
  value = { for role, policy in aws_iam_policy.stacktale : role => policy.arn }
}
