package io.homeostat.runtime.stream;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds the {@link SeriesStore} of each task, with a compacted changelog.
 *
 * @param <S> the service's state of a series
 */
class SeriesStoreBuilder<S> implements StoreBuilder<SeriesStore<S>> {

    private final Supplier<SeriesForm<S>> form;
    private final SeriesStores stores;

    SeriesStoreBuilder(Supplier<SeriesForm<S>> form, SeriesStores stores) {
        this.form = form;
        this.stores = stores;
    }

    @Override
    public SeriesStore<S> build() {
        return stores.create(name(), form.get());
    }

    @Override
    public StoreBuilder<SeriesStore<S>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<SeriesStore<S>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<SeriesStore<S>> withLoggingEnabled(Map<String, String> config) {
        return this;
    }

    @Override
    public StoreBuilder<SeriesStore<S>> withLoggingDisabled() {
        throw new UnsupportedOperationException("series must survive a restart, so their changes are always logged");
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return SeriesStore.NAME;
    }
}
