package dev.rockpool.clients;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/// What a worker read, and of that what it checkpointed; it checkpoints after each delivery.
final class ReadRecords implements ShardRecordProcessorFactory {
    private final List<String> read = new ArrayList<>();
    private final List<String> checkpointed = new ArrayList<>();

    /// Waits until so many were read.
    synchronized void awaitAtLeast(int count) throws InterruptedException {
        while (read.size() < count) {
            wait();
        }
    }

    synchronized List<String> read() {
        return List.copyOf(read);
    }

    synchronized List<String> checkpointed() {
        return List.copyOf(checkpointed);
    }

    private synchronized void took(List<String> texts) {
        read.addAll(texts);
        notifyAll();
    }

    private synchronized void kept(List<String> texts) {
        checkpointed.addAll(texts);
    }

    @Override
    public ShardRecordProcessor shardRecordProcessor() {
        return new OfShard();
    }

    /// The records of one shard.
    private final class OfShard implements ShardRecordProcessor {
        @Override
        public void initialize(InitializationInput input) {
            // a shard has no state of its own
        }

        @Override
        public void processRecords(ProcessRecordsInput input) {
            List<String> texts = input.records().stream()
                    .map(KinesisClientRecord::data)
                    .map(data -> StandardCharsets.UTF_8.decode(data).toString())
                    .toList();
            took(texts);
            checkpoint(input.checkpointer(), texts);
        }

        @Override
        public void leaseLost(LeaseLostInput input) {
            // another worker goes on from the last checkpoint
        }

        @Override
        public void shardEnded(ShardEndedInput input) {
            checkpoint(input.checkpointer(), List.of());
        }

        @Override
        public void shutdownRequested(ShutdownRequestedInput input) {
            checkpoint(input.checkpointer(), List.of());
        }

        private void checkpoint(RecordProcessorCheckpointer checkpointer, List<String> texts) {
            try {
                checkpointer.checkpoint();
                kept(texts);
            } catch (InvalidStateException | ShutdownException _) {
                // the lease went to another worker, which reads these again
            }
        }
    }
}
