"""Asks kinesalite and Rockpool's Kinesis endpoint the same and tells where they answer otherwise.

kinesalite passes its own suite, whose tests are not in its package; what they ask is asked here: each member of each
operation with values of every wrong type (`assertType` of its test/helpers.js), values out of bounds, and the life of
a stream with its errors. Account ids, times, sequence numbers and iterators are masked, and the order of several
faults of one request is left out, as the suite does.

    npm install --prefix /tmp/peers kinesalite@3.3.3
    while :; do node /tmp/peers/node_modules/.bin/kinesalite --port 4567 --createStreamMs 1 --updateStreamMs 1 \\
        --deleteStreamMs 1; done
    ./rockpool serve --accounts accounts.json --clock 2026-10-01T12:00:00Z      (one account: 000000000000, key bench)
    python3 differences.py /tmp/peers http://127.0.0.1:4567 http://127.0.0.1:9701
"""
import http.client
import json
import re
import subprocess
import sys
import time
from urllib.parse import urlparse

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

CREDENTIALS = Credentials("bench", "benchbench")
STREAM = "differences"
WRONG = {
    "Boolean": ["23", 23, -2147483648, 2147483648, [], {}],
    "String": [True, 23, -2147483648, 2147483648, 34.56, [], {}],
    "Integer": ["23", True, [], {}],
    "Long": ["23", True, [], {}],
    "Timestamp": ["23", True, [], {}],
    "Blob": [True, 23, -2147483648, 2147483648, 34.56, [], {}, "23456", "=+/=", "+/+="],
    "List": ["23", True, 23, -2147483648, 2147483648, 34.56, {}],
    "Map": ["23", True, 23, -2147483648, 2147483648, 34.56, []],
    "Structure": ["23", True, 23, -2147483648, 2147483648, 34.56, []],
}
OUT_OF_BOUNDS = {
    "String": ["", ";", "a" * 1025, "0123", "9" * 40, "-1"],
    "Integer": [-1, 0, 100001, 2147483648],
    "Long": [-1, 0],
    "Blob": ["", "A" * 4 * 400000],
    "List": [[], ["a"] * 51, [";"], [""], [{}]],
    "Map": [{}, {"": "a"}, {";": "a" * 257}, {"a" * 129: "b"}],
}
MASKS = [
    (re.compile(r"\b49\d{40,}\b|\b\d{40,60}\b"), "NUMBER"),
    (re.compile(r"AAAAAAAAAA[A-Za-z0-9+/=]+"), "ITERATOR"),
    (re.compile(r"\d{9,10}(\.\d+)?(?=[,}\]])"), "TIME"),
]


class Service:
    def __init__(self, address):
        self.address = address
        self.connection = http.client.HTTPConnection(urlparse(address).netloc, timeout=30)

    def ask(self, operation, body):
        request = AWSRequest(
            method="POST",
            url=self.address + "/",
            data=json.dumps(body).encode(),
            headers={
                "Content-Type": "application/x-amz-json-1.1",
                "X-Amz-Target": "Kinesis_20131202." + operation,
            },
        )
        SigV4Auth(CREDENTIALS, "kinesis", "us-east-1").add_auth(request)
        prepared = request.prepare()
        try:
            self.connection.request("POST", "/", prepared.body, dict(prepared.headers.items()))
            answer = self.connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):
            # some requests end kinesalite; it is to be started again in a loop
            self.connection.close()
            time.sleep(1.5)
            return 0, None
        text = answer.read().decode()
        return answer.status, json.loads(text) if text else None


def masked(answer):
    status, body = answer
    text = json.dumps(body, sort_keys=True)
    for pattern, word in MASKS:
        text = pattern.sub(word, text)
    match = re.search(r"(\d+) validation errors? detected: (.*?)\"[,}]", text)
    if match:
        text = text[: match.start(2)] + "; ".join(sorted(match.group(2).split("; "))) + text[match.end(2):]
    return status, text


def members(types, path=()):
    """Every member of a shape, with its kind."""
    for name, told in types.items():
        kind = told if isinstance(told, str) else told["type"]
        here = path + (name,)
        yield here, kind
        inner = None if isinstance(told, str) else told.get("children")
        if kind == "Structure" and inner:
            yield from members(inner, here)
        elif kind in ("List", "Map") and inner:
            one = inner if isinstance(inner, str) else inner.get("type")
            step = here + ((0,) if kind == "List" else ("a",))
            if isinstance(one, str):
                yield step, one
                deeper = inner.get("children") if isinstance(inner, dict) else None
                if one == "Structure" and deeper:
                    yield from members(deeper, step)


def holding(path, value):
    for step in reversed(path):
        value = [value] if step == 0 else {step: value}
    return value


def malformed(types):
    """Each with a name that no stream has, since today's service no longer requires one."""
    for path, kind in members(types):
        for value in WRONG.get(kind, []) + OUT_OF_BOUNDS.get(kind, []):
            body = {"StreamName": "no-such-stream"} if "StreamName" in types else {}
            if "ShardCount" in types:
                body["ShardCount"] = 100000
            body.update(holding(path, value))
            yield body


def life():
    """What happens to streams, and what is refused, in order."""
    name = {"StreamName": STREAM}
    shard = dict(name, ShardId="shardId-000000000000")
    first = {"PartitionKey": "a", "Data": "AAAA"}
    none = {"StreamName": "no-such-stream"}
    yield "CreateStream", dict(name, ShardCount=3)
    yield None, None
    yield "CreateStream", dict(name, ShardCount=3)
    for operation, body in [
        ("DeleteStream", none),
        ("DescribeStream", none),
        ("DescribeStreamSummary", none),
        ("ListShards", none),
        ("ListTagsForStream", none),
        ("AddTagsToStream", dict(none, Tags={"a": "b"})),
        ("RemoveTagsFromStream", dict(none, TagKeys=["a"])),
        ("PutRecord", dict(none, **first)),
        ("PutRecords", dict(none, Records=[first])),
        ("SplitShard", dict(none, ShardToSplit="shardId-0", NewStartingHashKey="2")),
        ("MergeShards", dict(none, ShardToMerge="shardId-0", AdjacentShardToMerge="shardId-1")),
        ("IncreaseStreamRetentionPeriod", dict(none, RetentionPeriodHours=25)),
        ("DecreaseStreamRetentionPeriod", dict(none, RetentionPeriodHours=24)),
        ("GetShardIterator", dict(none, ShardId="shardId-0", ShardIteratorType="LATEST")),
    ]:
        yield operation, body
    yield "DescribeStream", name
    yield "DescribeStream", dict(name, Limit=1)
    yield "DescribeStream", dict(name, ExclusiveStartShardId="shardId-000000000001")
    yield "DescribeStream", dict(name, ExclusiveStartShardId="shardId-000000000009")
    yield "DescribeStreamSummary", name
    yield "ListShards", name
    yield "ListShards", dict(name, NextToken="abc")
    yield "ListShards", dict(name, ExclusiveStartShardId="shardId-000000000001")
    yield "ListStreams", {}
    yield "ListStreams", {"ExclusiveStartStreamName": STREAM}
    yield "ListTagsForStream", name
    yield "AddTagsToStream", dict(name, Tags={"ü0 _.": "a", "b": "c"})
    yield "AddTagsToStream", dict(name, Tags={"a;b": "c"})
    yield "AddTagsToStream", dict(name, Tags={"a": "b!"})
    yield "AddTagsToStream", dict(name, Tags={"aws:a": "b"})
    yield "ListTagsForStream", name
    yield "ListTagsForStream", dict(name, ExclusiveStartTagKey="b")
    yield "ListTagsForStream", dict(name, Limit=1)
    yield "RemoveTagsFromStream", dict(name, TagKeys=["b", "x"])
    yield "RemoveTagsFromStream", dict(name, TagKeys=["a;"])
    yield "ListTagsForStream", name
    for key in ["0", "340282366920938463463374607431768211455", "340282366920938463463374607431768211456"]:
        yield "PutRecord", dict(name, PartitionKey="a", Data="", ExplicitHashKey=key)
        yield "PutRecords", dict(name, Records=[dict(first, ExplicitHashKey=key)])
    yield "PutRecord", dict(name, SequenceNumberForOrdering="0", **first)
    yield "PutRecord", dict(name, SequenceNumberForOrdering="9" * 60, **first)
    yield "PutRecord", dict(name, PartitionKey="b", Data="AAAA")
    yield "GetShardIterator", dict(name, ShardId="shardId-5", ShardIteratorType="LATEST")
    yield "GetShardIterator", dict(name, ShardId="shardId-000000000009", ShardIteratorType="LATEST")
    yield "GetShardIterator", dict(name, ShardId="shardId-99999999999", ShardIteratorType="LATEST")
    yield "GetShardIterator", dict(name, ShardId="shard-0", ShardIteratorType="LATEST")
    for kind in ["LATEST", "TRIM_HORIZON", "AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "AT_TIMESTAMP"]:
        yield "GetShardIterator", dict(shard, ShardIteratorType=kind)
        for number in ["0", "5", "4" * 55, "9" * 60, "1" + "0" * 56]:
            yield "GetShardIterator", dict(shard, ShardIteratorType=kind, StartingSequenceNumber=number)
    yield "GetShardIterator", dict(shard, ShardIteratorType="AT_TIMESTAMP", Timestamp=99999999999)
    for iterator in ["", "a", "AAAA", "x" * 200]:
        yield "GetRecords", {"ShardIterator": iterator}
    yield "GetRecords", {"ShardIterator": "abc", "Limit": 10001}
    yield "SplitShard", dict(name, ShardToSplit="shard-0", NewStartingHashKey="2")
    yield "SplitShard", dict(name, ShardToSplit="shardId-000000000009", NewStartingHashKey="2")
    yield "SplitShard", dict(name, ShardToSplit="shardId-000000000000", NewStartingHashKey="0")
    yield "SplitShard", dict(name, ShardToSplit="shardId-000000000000", NewStartingHashKey="1")
    yield "SplitShard", dict(name, ShardToSplit="shardId-000000000000", NewStartingHashKey="9" * 38)
    yield "SplitShard", dict(name, ShardToSplit="shardId-000000000000", NewStartingHashKey="3" * 39)
    yield "MergeShards", dict(name, ShardToMerge="shardId-000000000000", AdjacentShardToMerge="shardId-000000000002")
    yield "MergeShards", dict(name, ShardToMerge="shardId-000000000009", AdjacentShardToMerge="shardId-000000000000")
    yield "MergeShards", dict(name, ShardToMerge="shard-0", AdjacentShardToMerge="shardId-000000000000")
    yield "MergeShards", dict(name, ShardToMerge="shardId-000000000000", AdjacentShardToMerge="shardId-000000000000")
    for hours in [23, 24, 25, 168]:
        yield "DecreaseStreamRetentionPeriod", dict(name, RetentionPeriodHours=hours)
        yield "IncreaseStreamRetentionPeriod", dict(name, RetentionPeriodHours=hours)
    yield "MergeShards", dict(name, ShardToMerge="shardId-000000000000", AdjacentShardToMerge="shardId-000000000001")
    yield None, None
    yield "DescribeStream", name
    yield "SplitShard", dict(name, ShardToSplit="shardId-000000000000", NewStartingHashKey="2")
    yield "MergeShards", dict(name, ShardToMerge="shardId-000000000000", AdjacentShardToMerge="shardId-000000000001")
    yield "SplitShard", dict(name, ShardToSplit="shardId-000000000003", NewStartingHashKey="100")
    yield None, None
    yield "ListShards", name
    yield "DeleteStream", name
    yield None, None
    yield "DescribeStream", name


def main():
    peers, theirs, ours = sys.argv[1], Service(sys.argv[2]), Service(sys.argv[3])
    script = (
        "const fs=require('fs'),d=process.argv[1]+'/node_modules/kinesalite/validations/';"
        "const o={};fs.readdirSync(d).filter(f=>f!='index.js').forEach(f=>o[f.slice(0,-3)]=require(d+f).types);"
        "console.log(JSON.stringify(o))"
    )
    operations = json.loads(subprocess.run(["node", "-e", script, peers], capture_output=True, check=True).stdout)
    asked = 0
    other = []
    lives = list(life())
    requests = [(name[0].upper() + name[1:], body) for name, types in operations.items() for body in malformed(types)]
    for operation, body in requests + lives:
        if operation is None:
            time.sleep(1)
            continue
        asked += 1
        expected, found = masked(theirs.ask(operation, body)), masked(ours.ask(operation, body))
        if expected[0] == 0:
            asked -= 1
        elif expected != found:
            other.append((operation, body, expected, found))
    print(f"{asked} asked, {len(other)} answered otherwise")
    for operation, body, expected, found in other:
        print(f"\n{operation} {json.dumps(body)[:160]}\n  theirs {expected[0]} {expected[1][:400]}\n  ours   {found[0]} {found[1][:400]}")


main()
