package io.homeostat.runtime.stream;

import java.util.Map;
import org.apache.kafka.streams.state.StoreBuilder;

/** Builds the {@link ProcessIdentityStore} of each task. */
final class ProcessIdentityStoreBuilder implements StoreBuilder<ProcessIdentityStore> {

    @Override
    public ProcessIdentityStore build() {
        return new ProcessIdentityStore();
    }

    @Override
    public StoreBuilder<ProcessIdentityStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<ProcessIdentityStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<ProcessIdentityStore> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException("nothing is stored, so there is nothing to log");
    }

    @Override
    public StoreBuilder<ProcessIdentityStore> withLoggingDisabled() {
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return false;
    }

    @Override
    public String name() {
        return ProcessIdentityStore.NAME;
    }
}
