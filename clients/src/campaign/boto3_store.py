"""boto3 against an object store: boto3_store.py ENDPOINT BUCKET. Prints one JSON line with what came back."""
import io
import json
import sys

import boto3
from botocore.config import Config

endpoint, bucket = sys.argv[1:3]
s3 = boto3.client("s3", endpoint_url=endpoint, config=Config(signature_version="s3v4"))
s3.create_bucket(Bucket=bucket)
s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
for number in range(30):
    s3.put_object(Bucket=bucket, Key="logs/%02d é.txt" % number, Body=b"line %d" % number, Tagging="kind=log")
large = bytes(range(256)) * (12 << 12)  # 12 MiB: in parts
s3.upload_fileobj(io.BytesIO(large), bucket, "large")
back = io.BytesIO()
s3.download_fileobj(bucket, "large", back)
s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "logs/07 é.txt"})
s3.delete_object(Bucket=bucket, Key="logs/08 é.txt")
pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={"PageSize": 7})
print(json.dumps({
    "keys": sum(page["KeyCount"] for page in pages),
    "versions": len(s3.list_object_versions(Bucket=bucket, Prefix="logs/08")["Versions"]),
    "whole": back.getvalue() == large,
    "range": s3.get_object(Bucket=bucket, Key="large", Range="bytes=255-257")["Body"].read().hex(),
    "copy": s3.get_object(Bucket=bucket, Key="copy")["Body"].read().decode(),
    "tag": s3.get_object_tagging(Bucket=bucket, Key="copy")["TagSet"][0]["Value"],
}))
