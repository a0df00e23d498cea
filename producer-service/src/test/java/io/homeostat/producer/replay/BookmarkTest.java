package io.homeostat.producer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookmarkTest {

    @TempDir
    private Path folder;

    @Test
    void findsAfterARestartWhereTheReplayWasLeft() {
        Path file = folder.resolve("places").resolve("seattle.json");
        new Bookmark(file).put(new Bookmark.Place(1, 1_000, 5));
        new Bookmark(file).put(new Bookmark.Place(2, 2_000, 5));

        assertThat(new Bookmark(file).read()).contains(new Bookmark.Place(2, 2_000, 5));
    }

    @Test
    void beginsAnewWithoutABookmarkOrWithABrokenOne() throws IOException {
        Path file = folder.resolve("seattle.json");
        assertThat(new Bookmark(file).read()).isEmpty();

        Files.writeString(file, "{\"sent\": ");
        assertThat(new Bookmark(file).read()).isEmpty();
    }
}
