"""boto3 against a stream service: boto3_streams.py ENDPOINT STREAM. Prints one JSON line with what came back."""
import json
import sys

import boto3

endpoint, stream = sys.argv[1:3]
kinesis = boto3.client("kinesis", endpoint_url=endpoint)
kinesis.create_stream(StreamName=stream, ShardCount=1)
kinesis.get_waiter("stream_exists").wait(StreamName=stream, WaiterConfig={"Delay": 1})
records = [{"PartitionKey": "key-%d" % (number % 5), "Data": b"record %d" % number} for number in range(100)]
put = kinesis.put_records(StreamName=stream, Records=records)
kinesis.split_shard(StreamName=stream, ShardToSplit="shardId-000000000000", NewStartingHashKey=str(1 << 127))
kinesis.get_waiter("stream_exists").wait(StreamName=stream, WaiterConfig={"Delay": 1})
iterator = kinesis.get_shard_iterator(
    StreamName=stream, ShardId="shardId-000000000000", ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
read = kinesis.get_records(ShardIterator=iterator)["Records"]
print(json.dumps({
    "failed": put["FailedRecordCount"],
    "inOrder": [record["Data"].decode() for record in read] == [record["Data"].decode() for record in records],
    "shards": len(kinesis.list_shards(StreamName=stream)["Shards"]),
}))
