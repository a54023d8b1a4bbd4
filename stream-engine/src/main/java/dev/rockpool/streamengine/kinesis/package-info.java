/// The wire protocol of the stream engine: Amazon Kinesis Data Streams 2013-12-02, as its clients speak it.
///
/// - One `POST` an operation, named by `X-Amz-Target: Kinesis_20131202.OPERATION`; JSON 1.1 or CBOR 1.1 both ways
///   ([Wire]); *SubscribeToShard* answers an event stream ([EventFrames]). HTTP/1.1 and HTTP/2 by prior knowledge are
///   the gateway's business.
/// - What a request may hold is data: the resource `requests.model` says it for every operation ([RequestModel]),
///   [BodyReader] reads by it and [Constraints] words what does not fit.
/// - An engine is one account's streams; [KinesisServices] finds it. Streams are named by name (the caller's), ARN or
///   id ([StreamAddress]); [StreamAccess] asks the policies of caller and resource.
///
/// Sources: the service model (botocore 1.43.11); API reference 2013-12-02; the service's own sentences as captured by
/// mhart/kinesalite (`validations/`, `actions/`, `test/`, 2020) where it has them.
@NullMarked
package dev.rockpool.streamengine.kinesis;

import org.jspecify.annotations.NullMarked;
