package io.homeostat.monitor.ledger;

import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes one change, in one transaction. All monitors' writers of a ledger have one transactional id, so that who begins
 * last shuts out the others. Not thread-safe.
 *
 * @param <V> what is written
 */
public abstract class LedgerWriter<V> implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Producer<byte[], byte[]> producer;

    /** A writer that closes the producer which it is given. */
    protected LedgerWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** The records of a change. */
    protected abstract Iterable<ProducerRecord<byte[], byte[]>> records(V changed);

    /** Shuts out whoever has begun before; what he has written but not committed is as if it never was. */
    final void begin() {
        producer.initTransactions();
    }

    /** Writes a change as a whole. */
    @SuppressWarnings("FutureReturnValueIgnored") // the commit fails if a record of the transaction did
    final void write(V changed) {
        producer.beginTransaction();
        records(changed).forEach(producer::send);
        producer.commitTransaction();
    }

    /** What is not committed by now is aborted. */
    @Override
    public final void close() {
        producer.close(CLOSE);
    }
}
