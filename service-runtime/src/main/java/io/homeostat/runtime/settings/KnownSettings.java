package io.homeostat.runtime.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;

/**
 * The keys that records of settings have, found by looking at their components: that costs a start a millisecond, where
 * reading the metadata files of all jars costs a hundred. Immutable.
 */
final class KnownSettings {

    /**
     * A key.
     *
     * @param name such as {@code homeostat.data-dir}
     * @param open whether what follows the name is free: a list's index, a map's key
     */
    record Key(String name, boolean open) {}

    private final List<Key> keys;

    private KnownSettings(List<Key> keys) {
        this.keys = Collections.unmodifiableList(keys);
    }

    /** The keys of each record of settings under its prefix. */
    static KnownSettings of(Map<Class<?>, String> prefixes) {
        List<Key> keys = new ArrayList<>();
        prefixes.forEach((type, prefix) -> collect(prefix, type, keys));
        return new KnownSettings(keys);
    }

    List<Key> keys() {
        return keys;
    }

    private static void collect(String prefix, Class<?> type, List<Key> keys) {
        if (!type.isRecord()) {
            keys.add(new Key(prefix, true));
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            ResolvableType of = ResolvableType.forType(component.getGenericType());
            Class<?> raw = of.toClass();
            if (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw) || raw.isArray()) {
                keys.add(new Key(name, true));
            } else if (raw.isRecord()) {
                collect(name, raw, keys);
            } else {
                keys.add(new Key(name, false));
            }
        }
    }
}
