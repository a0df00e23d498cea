package io.homeostat.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeadMemberTest {

    @Test
    void isNamedByTheInstanceAndTheIndexOfItsThread() {
        assertThat(DeadMember.instanceOf("monitor-8082", "homeostat-monitor-temperature-monitor-8082-StreamThread-12"))
                .isEqualTo("monitor-8082-12");
        assertThatThrownBy(() -> DeadMember.instanceOf("monitor-8082", "main"))
                .hasMessage("a stream thread's name must have an index, was main");
    }
}
