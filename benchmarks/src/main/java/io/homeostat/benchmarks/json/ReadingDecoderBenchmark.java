package io.homeostat.benchmarks.json;

import io.homeostat.model.StreamTopics;
import io.homeostat.model.reading.Decoding;
import io.homeostat.model.reading.ReadingDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The reading decoder against Jackson's data binding, over the same 1,024 readings of 1,000 sensors, one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReadingDecoderBenchmark {

    private static final int COUNT = 1024;
    private static final long TIME = Instant.parse("2026-11-23T08:15:00.250Z").toEpochMilli();
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ReadingDecoder decoder = new ReadingDecoder(new StreamTopics("temperature"));
    private final ObjectReader isoReader = MAPPER.readerFor(BoundReading.class);
    private final ObjectReader millisReader = MAPPER.readerFor(BoundMillisReading.class);
    private final byte[][] iso = new byte[COUNT][];
    private final byte[][] millis = new byte[COUNT][];
    private int next;

    /** Makes the readings. */
    public ReadingDecoderBenchmark() {
        for (int i = 0; i < COUNT; i++) {
            String start = "{\"sensorId\": \"sensor-%04d\", \"temperature\": %d.%02d, \"timestamp\": "
                    .formatted(i % 1000, 10 + i % 40, i % 100);
            iso[i] = (start + "\"" + Instant.ofEpochMilli(TIME + i) + "\"}").getBytes(StandardCharsets.US_ASCII);
            millis[i] = (start + (TIME + i) + "}").getBytes(StandardCharsets.US_ASCII);
        }
    }

    @Benchmark
    public Decoding decoderIso() {
        return decoder.decode(null, iso[turn()], TIME);
    }

    @Benchmark
    public Decoding decoderMillis() {
        return decoder.decode(null, millis[turn()], TIME);
    }

    @Benchmark
    public BoundReading jacksonIso() {
        return isoReader.readValue(iso[turn()]);
    }

    @Benchmark
    public BoundMillisReading jacksonMillis() {
        return millisReader.readValue(millis[turn()]);
    }

    private int turn() {
        next = (next + 1) & (COUNT - 1);
        return next;
    }
}
