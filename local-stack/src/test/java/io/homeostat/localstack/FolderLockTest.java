package io.homeostat.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    private Path folder;

    @AfterEach
    void giveBack() throws IOException {
        FolderLock.release();
    }

    @Test
    void givesAFolderToOneStackOnly() throws IOException {
        assertThat(FolderLock.claim(folder)).isEmpty();

        assertThat(FolderLock.claim(folder))
                .hasValue("The folder " + folder + " belongs to another local-stack that runs; end that one, or choose"
                        + " another folder with --homeostat.data-dir=<folder>.");
    }

    @Test
    void givesItToTheNextAfterwards() throws IOException {
        assertThat(FolderLock.claim(folder)).isEmpty();
        FolderLock.release();

        assertThat(FolderLock.claim(folder)).isEmpty();
    }
}
