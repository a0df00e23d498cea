package io.homeostat.runtime.stream;

import io.homeostat.runtime.logging.LogText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The series at home in one task: mutable objects in a hash map, of which each commit logs what changed since the last.
 * Belongs to the task's stream thread.
 *
 * <p><b>Why it is not one of Kafka Streams' own stores.</b> A put for each reading, with its serialisation, costs three
 * times as much as everything else together. Here a reading changes an object in place, and what changed is written to
 * the changelog once before the commit. The moment matters: Kafka Streams calls {@link #flushCache} before it commits
 * the transaction, but {@link #flush} after it, and only when a checkpoint is due; state written there is lost by a
 * {@code kill -9}. {@code CachedStateStore} is an internal interface of Kafka Streams, and this class is the only one
 * that knows of it.
 *
 * @param <S> the service's state of a series
 */
public class SeriesStore<S> implements StateStore, CachedStateStore<byte[], byte[]> {

    /** What the store is called in a topology, and so in its changelog: another name begins with no state. */
    static final String NAME = "series";

    private static final Logger log = LoggerFactory.getLogger(SeriesStore.class);

    private final String name;
    private final SeriesForm<S> form;
    private final SeriesBudget budget;
    private final Map<String, Series<S>> series = new HashMap<>();
    private final Map<String, Series.Pages> restored = new HashMap<>();
    private final List<Series<S>> changed = new ArrayList<>();
    private @Nullable InternalProcessorContext<?, ?> context;
    private boolean open;

    SeriesStore(String name, SeriesForm<S> form, SeriesBudget budget) {
        this.name = name;
        this.form = form;
        this.budget = budget;
    }

    /** The series of a sensor, {@code null} if there is none. */
    public @Nullable Series<S> find(String sensorId) {
        return series.get(sensorId);
    }

    /** Makes the series of a sensor; {@code null} if this instance holds as many as it may. */
    public @Nullable Series<S> create(String sensorId) {
        if (!budget.take()) {
            return null;
        }
        Series<S> created = new Series<>(sensorId, form.create());
        series.put(sensorId, created);
        return created;
    }

    /** The state of a series was changed: the next commit logs it. */
    public void changed(Series<S> one) {
        if (!one.changed) {
            one.changed = true;
            changed.add(one);
        }
    }

    /** Forgets a series. */
    public void remove(Series<S> one) {
        if (series.remove(one.sensorId()) != null) {
            budget.giveBack(1);
            for (int page = 0; page < form.pages(); page++) {
                if ((one.pagesWritten & 1L << page) != 0) {
                    log(keyOf(one.sensorId(), page), null);
                }
            }
        }
    }

    /** All series. */
    public Collection<Series<S>> all() {
        return series.values();
    }

    /** Reads what was restored; before the first reading is judged. */
    void awaken() {
        restored.forEach((sensorId, pages) -> {
            if (!pages.isEmpty()) {
                Series<S> one = new Series<>(sensorId, read(sensorId, pages));
                for (int page = 0; page < form.pages(); page++) {
                    one.pagesWritten |= pages.pages[page] == null ? 0 : 1L << page;
                }
                series.put(sensorId, one);
            }
        });
        budget.takeRestored(series.size());
        restored.clear();
    }

    private S read(String sensorId, Series.Pages pages) {
        try {
            return form.read(pages.pages);
        } catch (RuntimeException e) {
            budget.countCorrupt();
            log.error(
                    "The state of sensor \"{}\" cannot be read and is set aside; the series starts afresh: {}",
                    LogText.whole(sensorId),
                    e.toString());
            return form.create();
        }
    }

    @Override
    public void flushCache() {
        for (int i = 0; i < changed.size(); i++) {
            Series<S> one = changed.get(i);
            one.changed = false;
            if (series.get(one.sensorId()) == one) {
                form.writeChanged(one.state(), (page, bytes) -> {
                    one.pagesWritten |= 1L << page;
                    log(keyOf(one.sensorId(), page), bytes);
                });
            }
        }
        changed.clear();
    }

    /** The task becomes a standby: objects become pages again, which the changelog then keeps up to date. */
    @Override
    public void clearCache() {
        series.values().forEach(one -> {
            Series.Pages pages = new Series.Pages(form.pages());
            form.writeAll(one.state(), (page, bytes) -> pages.pages[page] = bytes);
            restored.put(one.sensorId(), pages);
        });
        budget.giveBack(series.size());
        series.clear();
        changed.clear();
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void init(StateStoreContext stateStoreContext, StateStore root) {
        context = (InternalProcessorContext<?, ?>) stateStoreContext;
        stateStoreContext.register(root, this::restore);
        open = true;
    }

    private void restore(byte[] key, byte @Nullable [] value) {
        String sensorId = new String(key, 0, key.length - 1, StandardCharsets.UTF_8);
        int page = key[key.length - 1];
        if (page >= 0 && page < form.pages()) {
            restored.computeIfAbsent(sensorId, unknown -> new Series.Pages(form.pages())).pages[page] = value;
        }
    }

    private static byte[] keyOf(String sensorId, int page) {
        byte[] id = sensorId.getBytes(StandardCharsets.UTF_8);
        byte[] key = Arrays.copyOf(id, id.length + 1);
        key[id.length] = (byte) page;
        return key;
    }

    private void log(byte[] key, byte @Nullable [] value) {
        InternalProcessorContext<?, ?> to = context;
        if (to == null) {
            throw new IllegalStateException("the store " + name + " must be initialised before it is used");
        }
        to.logChange(name, Bytes.wrap(key), value, to.currentSystemTimeMs(), Position.emptyPosition());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void flush() {
        // too late to log what changed: see the class
    }

    @Override
    public void close() {
        budget.giveBack(series.size());
        series.clear();
        restored.clear();
        changed.clear();
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
