package io.homeostat.producer.replay;

import java.io.IOException;
import java.io.InputStream;

/** Where a recording can be read from, more than once. */
interface RecordingSource {

    /** Its name for people, without control characters. */
    String name();

    InputStream open() throws IOException;

    /** Says that it is not needed any more. */
    default void release() throws IOException {}
}
