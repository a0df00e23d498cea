package io.homeostat.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

    record Note(String text, List<Integer> numbers) {}

    @TempDir
    private Path folder;

    @Test
    void holdsTheNewestValueForTheNextProcess() {
        note().write(new Note("first", List.of(1)));
        note().write(new Note("second", List.of(1, 2)));

        assertThat(note().read()).contains(new Note("second", List.of(1, 2)));
    }

    @Test
    void isEmptyBeforeTheFirstWriteAndWhereItCannotBeRead() throws IOException {
        assertThat(note().read()).isEmpty();

        note().write(new Note("first", List.of()));
        Files.writeString(folder.resolve("notes").resolve("note.json"), "{\"text\": ");
        assertThat(note().read()).isEmpty();
    }

    private JsonFile<Note> note() {
        return new JsonFile<>(folder.resolve("notes").resolve("note.json"), Note.class, "the note");
    }
}
