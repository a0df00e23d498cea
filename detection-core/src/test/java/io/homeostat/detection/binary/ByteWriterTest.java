package io.homeostat.detection.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByteWriterTest {

    private final ByteWriter out = new ByteWriter();

    @Test
    void isReadAsItWasWritten() {
        long[] numbers = {0, 1, -1, 63, 64, -65, 1_795_421_700_000L, Long.MAX_VALUE, Long.MIN_VALUE};
        for (long number : numbers) {
            out.writeLong(number);
            out.writeFixedLong(number);
        }
        out.writeDouble(-0.0);
        out.writeText("Kessel-ß-7");
        out.writeByte(255);
        ByteReader in = new ByteReader(out.toBytes());
        for (long number : numbers) {
            assertThat(in.readLong()).isEqualTo(number);
            assertThat(in.readFixedLong()).isEqualTo(number);
        }
        assertThat(Double.doubleToRawLongBits(in.readDouble())).isEqualTo(Long.MIN_VALUE);
        assertThat(in.readText()).isEqualTo("Kessel-ß-7");
        assertThat(in.readByte()).isEqualTo(255);
    }

    @Test
    void needsOneByteForASmallNumber() {
        out.writeLong(-64);
        assertThat(out.toBytes()).hasSize(1);
    }

    @Test
    void isRefusedWhereItIsCutOff() {
        out.writeText("boiler");
        byte[] cut = java.util.Arrays.copyOf(out.toBytes(), 3);
        assertThatThrownBy(() -> new ByteReader(cut).readText()).isInstanceOf(IndexOutOfBoundsException.class);
        byte[] endless = new byte[20];
        java.util.Arrays.fill(endless, (byte) 0x80);
        assertThatThrownBy(() -> new ByteReader(endless).readLong())
                .hasMessage("a number must end within 10 bytes, byte 10 goes on");
    }
}
