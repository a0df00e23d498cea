package io.homeostat.runtime.heartbeat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.File;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What this process has left of what it may use, as the virtual machine tells it. Thread-safe. */
final class OwnResources {

    private final Path folder;

    OwnResources(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Share of the largest heap that was in use after the last collection of each pool; {@code null} before the first. */
    @Nullable
    Double heapAfterCollection() {
        long used = 0;
        boolean collected = false;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            if (after != null) {
                used += after.getUsed();
                collected |= after.getUsed() > 0;
            }
        }
        return collected ? Math.min(1, (double) used / Runtime.getRuntime().maxMemory()) : null;
    }

    /** How long collections have taken since the process's start, all together. */
    long collectionMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .filter(millis -> millis > 0)
                .sum();
    }

    /** Free bytes where the service keeps its data: of its folder, or of the nearest above that is there. */
    @Nullable
    Long diskLeftBytes() {
        for (Path place = folder; place != null; place = place.getParent()) {
            File file = place.toFile();
            if (file.exists()) {
                return file.getUsableSpace();
            }
        }
        return null;
    }

    /** Share of the allowed file handles that are open; {@code null} where the system does not say. */
    @Nullable
    Double filesOpen() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        && system.getMaxFileDescriptorCount() > 0
                ? (double) system.getOpenFileDescriptorCount() / system.getMaxFileDescriptorCount()
                : null;
    }

    long uptimeMillis() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }
}
